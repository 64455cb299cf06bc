// The packs that a run knows: their words to be looked up, the language of a text, and where they come from. What
// one file says is pack.cpp's to read.
#include <algorithm>
#include <fstream>
#include <mutex>
#include <utility>

#include "core/language/pack_file.hpp"
#include "core/language/regions.hpp"
#include "core/language/text.hpp"

namespace herald::language {
namespace {

constexpr std::size_t most_files = 200;                 // of a user's folder; a language is one file
constexpr std::streamoff most_bytes = 4 * 1024 * 1024;  // of a file; the largest pack has a hundredth of it

std::string_view primary_subtag(std::string_view tag) noexcept { return tag.substr(0, tag.find_first_of("-_")); }

/// The *.json of a folder in the order of their names.
std::vector<std::filesystem::path> pack_files(const std::filesystem::path& folder, std::error_code& failed) {
  std::vector<std::filesystem::path> files;
  for (std::filesystem::directory_iterator entry(folder, failed), end; !failed && entry != end; entry.increment(failed))
    if (entry->path().extension() == ".json") files.push_back(entry->path());
  std::sort(files.begin(), files.end());
  return files;
}

Result<std::vector<Pack>> shipped_packs(const std::filesystem::path& folder) {
  const auto refuse = [](std::string message, const std::filesystem::path& at) {
    return Failure{ErrorCode::data_missing, std::move(message), "install Herald's data files again", at.string()};
  };
  std::error_code failed;
  const std::vector<std::filesystem::path> files = pack_files(folder, failed);
  if (failed) return refuse("cannot read the folder of language packs: " + failed.message(), folder);
  if (files.empty()) return refuse("there is no language pack in this folder", folder);

  std::vector<Pack> packs;
  for (const std::filesystem::path& file : files) {
    Result<std::string> text = read_pack_file(file);
    if (!text) return refuse("cannot read the language pack", file);
    Result<Pack> pack = parse_head(*std::move(text), file.string());
    if (!pack) return pack.error();
    for (const Pack& other : packs)
      if (other.code == pack->code) return refuse("a second pack of the language " + other.code, file);
    packs.push_back(std::move(*pack));
  }
  return packs;
}

// The next word at or behind `at`, folded, into `word` ("" behind the last), and where it ends. Letters of ASCII are
// folded here: every block's language is asked for, and cutting it into tokens would cost as much as all else of
// reading.
std::size_t next_word(std::string_view text, std::size_t at, std::string& word) {
  word.clear();
  bool plain = true;
  std::size_t begin = at;
  for (; at < text.size();) {
    const auto byte = static_cast<unsigned char>(text[at]);
    if (byte < 0x80) {
      const bool small = byte >= 'a' && byte <= 'z';
      if (!small && !(byte >= 'A' && byte <= 'Z')) {
        if (at > begin) break;
        begin = ++at;
        continue;
      }
      word += static_cast<char>(small ? byte : byte + ('a' - 'A'));
      ++at;
      continue;
    }
    const CodePoint point = code_point_at(text, at);
    // Vowel signs and accents of their own stand inside words; folding takes them away or joins them.
    const bool mark =
        (point.value >= 0x0300 && point.value <= 0x036F) || (point.value >= 0x064B && point.value <= 0x065F);
    if (is_letter(point.value) || (mark && at > begin)) {
      plain = false;
      word.append(text.substr(at, point.length));
      at += point.length;
    } else {
      if (at > begin) break;
      begin = at += point.length;
    }
  }
  if (!plain) word = fold_case(text.substr(begin, at - begin));
  // "l'", "qu'": the packs have them with their apostrophe.
  constexpr std::size_t longest_elided = 2;
  if (!word.empty() && word.size() <= longest_elided && at < text.size() &&
      (text[at] == '\'' || text.substr(at).starts_with("\u2019")))
    word += '\'';
  return at;
}

}  // namespace

struct Packs::Tables {
  Lexicon calendar;
  struct PerLanguage {
    std::once_flag once;
    Lexicon lexicon;
  };
  std::vector<PerLanguage> languages;
  std::unordered_map<std::string, std::vector<int>, StringHash, std::equal_to<>> stop_words;

  explicit Tables(std::size_t count) : languages(count) {}
};

Packs::Packs(std::vector<Pack> packs) : packs_(std::move(packs)), tables_(std::make_shared<Tables>(packs_.size())) {
  for (std::size_t i = 0; i < packs_.size(); ++i) {
    const int number = static_cast<int>(i);
    for (const PackWord& word : packs_[i].words)
      if ((mask(word.word_class) & calendar_classes).any())
        tables_->calendar.add(word.phrase, word.word_class, word.value, word.code, number);
    for (const std::string& word : packs_[i].stop_words) tables_->stop_words[word].push_back(number);
  }
}

const Pack* Packs::find(std::string_view tag) const noexcept {
  const int found = index(tag);
  return found < 0 ? nullptr : &packs_[static_cast<std::size_t>(found)];
}

int Packs::index(std::string_view tag) const noexcept {
  const std::string_view primary = primary_subtag(tag);
  // A pack of the region itself ("de-AT") before the language's.
  for (std::size_t i = 0; i < packs_.size(); ++i)
    if (packs_[i].code == tag) return static_cast<int>(i);
  for (std::size_t i = 0; i < packs_.size(); ++i)
    if (!primary.empty() && primary_subtag(packs_[i].code) == primary) return static_cast<int>(i);
  return -1;
}

const Lexicon& Packs::calendar() const noexcept { return tables_->calendar; }

const Lexicon& Packs::lexicon(const Pack& pack) const {
  const auto number = static_cast<std::size_t>(&pack - packs_.data());
  Tables::PerLanguage& language = tables_->languages.at(number);
  std::call_once(language.once, [&] {
    const std::vector<PackWord> words =
        pack.text.empty() ? pack.words : parse_pack(pack.text, pack.location).value_or_throw().words;
    language.lexicon.set_proclitics(pack.proclitics, pack.merged_beginnings);
    for (const PackWord& word : words)
      language.lexicon.add(word.phrase, word.word_class, word.value, word.code, static_cast<int>(number));
    for (const PackWord& ending : pack.compounds)
      language.lexicon.add_compound(ending.phrase, ending.word_class, static_cast<int>(number));
    add_region_names(language.lexicon, pack.code, static_cast<int>(number));
  });
  return language.lexicon;
}

std::string Packs::detect(std::string_view text, double least_share, double least_lead) const {
  // A few thousand bytes tell the language; the cost stays the same for a book.
  constexpr std::size_t sample_bytes = 8192;
  std::vector<double> hits(packs_.size(), 0);
  double words = 0;
  std::string word;
  for (std::size_t at = next_word(text, 0, word); !word.empty() && at <= sample_bytes; at = next_word(text, at, word)) {
    ++words;
    const auto found = tables_->stop_words.find(word);
    if (found == tables_->stop_words.end()) continue;
    // A word that several languages have ("de", "la") says less than one of a single language.
    for (const int pack : found->second)
      hits[static_cast<std::size_t>(pack)] += 1.0 / static_cast<double>(found->second.size());
  }
  if (hits.empty()) return {};
  const auto best = std::max_element(hits.begin(), hits.end());
  double second = 0;
  for (auto it = hits.begin(); it != hits.end(); ++it)
    if (it != best) second = std::max(second, *it);
  if (*best < words * least_share || *best < second * least_lead || *best <= 0) return {};
  return packs_[static_cast<std::size_t>(best - hits.begin())].code;
}

// In one piece: a stream's iterators would cost as much as the parsing.
Result<std::string> read_pack_file(const std::filesystem::path& file) {
  const Failure failure{ErrorCode::data_missing, "cannot be read as a language pack",
                        "a pack is a file of at most 4 MiB that you may read", file.string()};
  std::error_code unknown;
  if (!std::filesystem::is_regular_file(file, unknown)) return failure;
  std::ifstream stream(file, std::ios::binary | std::ios::ate);
  const std::streamoff size = stream ? static_cast<std::streamoff>(stream.tellg()) : -1;
  if (size < 0 || size > most_bytes) return failure;
  std::string text(static_cast<std::size_t>(size), '\0');
  stream.seekg(0);
  stream.read(text.data(), size);
  if (!stream) return failure;
  return text;
}

Result<Packs> load_packs(const std::filesystem::path& folder) {
  Result<std::vector<Pack>> packs = shipped_packs(folder);
  if (!packs) return packs.error();
  return Packs(std::move(*packs));
}

Result<Packs> load_packs(const std::filesystem::path& folder, const std::filesystem::path& own,
                         std::vector<Failure>& broken) {
  Result<std::vector<Pack>> packs = shipped_packs(folder);
  if (!packs) return packs.error();
  const std::size_t shipped = packs->size();
  std::error_code missing;  // most users have no packs of their own
  std::vector<std::filesystem::path> files =
      own.empty() ? std::vector<std::filesystem::path>{} : pack_files(own, missing);
  if (files.size() > most_files) {
    broken.push_back({ErrorCode::data_missing, "holds more than " + std::to_string(most_files) + " files",
                      "a language is one file: the rest is left out", own.string()});
    files.resize(most_files);
  }
  std::vector<std::string> codes;
  for (const std::filesystem::path& file : files) {
    const auto leave_out = [&](Failure failure, const std::string& hint) {
      failure.hint = "it is left out: " + hint;
      broken.push_back(std::move(failure));
    };
    const Result<std::string> text = read_pack_file(file);
    if (!text) {
      leave_out(text.error(), text.error().hint);
      continue;
    }
    Result<Pack> pack = parse_pack(*text, file.string());
    if (!pack) {
      leave_out(pack.error(), "mend it, and see: herald languages check " + file.string());
      continue;
    }
    if (std::find(codes.begin(), codes.end(), pack->code) != codes.end()) {
      leave_out({ErrorCode::data_missing, "a second pack of the language " + pack->code, {}, file.string()},
                "put the words of both into one file");
      continue;
    }
    codes.push_back(pack->code);
    const auto replaced = std::find_if(packs->begin(), packs->begin() + static_cast<std::ptrdiff_t>(shipped),
                                       [&](const Pack& other) { return other.code == pack->code; });
    if (replaced != packs->begin() + static_cast<std::ptrdiff_t>(shipped))
      *replaced = std::move(*pack);
    else
      packs->push_back(std::move(*pack));
  }
  return Packs(std::move(*packs));
}

}  // namespace herald::language
