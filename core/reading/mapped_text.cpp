// Folding and mapping; see the header. Runs that are copied exactly are appended whole, so that a text
// of one line costs one segment.
#include "core/reading/mapped_text.hpp"

#include <algorithm>

#include "core/language/text.hpp"

namespace herald::reading {
namespace {

/// Length in bytes of the white space character at `offset`, 0 where there is none.
std::uint32_t space_length(std::string_view source, std::size_t offset) noexcept {
  const auto byte = static_cast<unsigned char>(source[offset]);
  if (byte < 0x80) return byte == ' ' || (byte >= 0x09 && byte <= 0x0D) ? 1 : 0;
  // Every White_Space character outside ASCII begins with one of these bytes in UTF-8.
  if (byte != 0xC2 && byte != 0xE1 && byte != 0xE2 && byte != 0xE3) return 0;
  const language::CodePoint point = language::code_point_at(source, offset);
  return language::is_space(point.value) ? point.length : 0;
}

}  // namespace

void MappedText::append_exact(std::string_view source, std::uint32_t begin, std::uint32_t end) {
  if (begin == end) return;
  if (segments_.empty() || !segments_.back().exact || segments_.back().origin.end != begin) {
    segments_.push_back({static_cast<std::uint32_t>(text_.size()), {begin, end}, true});
  } else {
    segments_.back().origin.end = end;
  }
  text_.append(source.substr(begin, end - begin));
}

void MappedText::append_source(std::string_view source, Span span) {
  std::uint32_t copied = span.begin;
  std::uint32_t at = span.begin;
  while (at < span.end) {
    std::uint32_t length = space_length(source, at);
    if (length == 0) {
      ++at;
      continue;
    }
    append_exact(source, copied, at);
    const std::uint32_t space_begin = at;
    while (at < span.end && (length = space_length(source, at)) != 0) at += length;
    copied = at;
    if (text_.empty() || text_.back() == ' ') continue;
    if (at - space_begin == 1 && source[space_begin] == ' ') {
      append_exact(source, space_begin, at);
    } else {
      append_replacement(" ", {space_begin, at});
    }
  }
  append_exact(source, copied, span.end);
}

void MappedText::append_replacement(std::string_view text, Span origin) {
  if (text.empty()) return;
  segments_.push_back({static_cast<std::uint32_t>(text_.size()), origin, false});
  text_.append(text);
}

void MappedText::append_mapped(const MappedText& other) {
  const auto offset = static_cast<std::uint32_t>(text_.size());
  for (Segment segment : other.segments_) {
    segment.text_begin += offset;
    segments_.push_back(segment);
  }
  text_ += other.text_;
}

void MappedText::trim_end() {
  if (text_.empty() || text_.back() != ' ') return;
  text_.pop_back();
  Segment& last = segments_.back();
  if (last.text_begin == text_.size()) {
    segments_.pop_back();
  } else if (last.exact) {
    --last.origin.end;
  }
}

void MappedText::move_to_front(std::uint32_t begin) {
  for (Segment& segment : segments_) segment.origin = {segment.origin.begin - begin, segment.origin.end - begin};
}

const MappedText::Segment& MappedText::segment_at(std::size_t position) const {
  auto after = std::upper_bound(segments_.begin(), segments_.end(), position,
                                [](std::size_t at, const Segment& segment) { return at < segment.text_begin; });
  return *(after - 1);
}

std::uint32_t MappedText::source_begin(std::size_t position) const {
  if (segments_.empty()) return 0;
  const Segment& segment = segment_at(position);
  if (!segment.exact) return segment.origin.begin;
  return std::min(segment.origin.begin + static_cast<std::uint32_t>(position - segment.text_begin), segment.origin.end);
}

std::uint32_t MappedText::source_end(std::size_t position) const {
  if (segments_.empty() || position == 0) return source_begin(0);
  const Segment& segment = segment_at(position - 1);
  if (!segment.exact) return segment.origin.end;
  return segment.origin.begin + static_cast<std::uint32_t>(position - segment.text_begin);
}

std::string MappedText::with_white_space(std::string_view source) const {
  std::string spaced;
  for (std::size_t i = 0; i < segments_.size(); ++i) {
    const Segment& segment = segments_[i];
    const std::size_t next = i + 1 < segments_.size() ? segments_[i + 1].text_begin : text_.size();
    const std::string_view part = std::string_view(text_).substr(segment.text_begin, next - segment.text_begin);
    const std::string_view origin = source.substr(segment.origin.begin, segment.origin.size());
    if (segment.exact || part != " ")
      spaced += part;
    else if (!origin.empty() && language::trim(origin).empty())
      spaced += origin;
    else
      spaced += origin.find('\n') == std::string_view::npos ? ' ' : '\n';
  }
  return spaced;
}

MappedText MappedText::slice(std::size_t begin, std::size_t end) const {
  end = std::min(end, text_.size());
  while (begin < end && text_[begin] == ' ') ++begin;
  while (end > begin && text_[end - 1] == ' ') --end;
  return slice_exactly(begin, end);
}

MappedText MappedText::slice_exactly(std::size_t begin, std::size_t end) const {
  MappedText part;
  if (begin >= end) return part;
  part.text_ = text_.substr(begin, end - begin);
  const auto first_segment = static_cast<std::size_t>(&segment_at(begin) - segments_.data());
  for (std::size_t i = first_segment; i < segments_.size() && segments_[i].text_begin < end; ++i) {
    const Segment& segment = segments_[i];
    const std::size_t next = i + 1 < segments_.size() ? segments_[i + 1].text_begin : text_.size();
    const std::size_t first = std::max<std::size_t>(segment.text_begin, begin);
    const std::size_t last = std::min(next, end);
    if (first >= last) continue;
    Span origin = segment.origin;
    if (segment.exact) {
      origin = {segment.origin.begin + static_cast<std::uint32_t>(first - segment.text_begin),
                segment.origin.begin + static_cast<std::uint32_t>(last - segment.text_begin)};
    }
    part.segments_.push_back({static_cast<std::uint32_t>(first - begin), origin, segment.exact});
  }
  return part;
}

}  // namespace herald::reading
