// Percent signs are of no language; the pack names units.
#include "core/facts/units.hpp"

#include <algorithm>
#include <array>

namespace herald::facts {

bool is_time(const Match& unit) {
  static constexpr std::array durations = {"year", "month", "week", "day", "hour", "minute", "second", "decade"};
  return unit && std::find(durations.begin(), durations.end(), unit.phrase->code) != durations.end();
}

std::size_t unit_behind(const Context& context, Figure& figure, const Number& number, std::size_t end, Range sentence) {
  const Tokens& tokens = context.tokens;
  std::size_t at = end;
  if (at >= sentence.end) return end;
  const std::string_view sign = tokens.source(at);
  if (sign == "%" || sign == "٪" || sign == "％") {
    figure.kind = FigureKind::percent;
    figure.unit = "percent";
    return at + 1;
  }
  if (tokens.kind(at) == TokenKind::dash && tokens.glued(at) && tokens.glued(at + 1)) ++at;
  if (const Match percent = context.match(at, WordClass::percent)) {
    // Points are no per cent of anything: 25 basis points are not 25%.
    figure.kind = percent.phrase->code == "percent" ? FigureKind::percent : FigureKind::measure;
    figure.unit = percent.phrase->code;
    return at + percent.count;
  }
  const Match unit = context.match(at, WordClass::unit);
  if (!unit) return end;
  // "94g", but neither "94 G" nor the networks of "5G".
  if (unit.count == 1 && tokens[at].end - tokens[at].begin == 1 && (!tokens.glued(at) || tokens[at].capital))
    return end;
  // "500 second-hand cars", "30 m": a unit in a compound, or one letter not glued to digits, is none.
  const bool duration = is_time(unit);
  if (unit.phrase->code == "second" && number.digits > 3) return end;
  // "km/h": a rate is not so many kilometres, and is named as it is written.
  const std::size_t behind = at + unit.count;
  if (behind + 1 < sentence.end && tokens.is_mark(behind, '/') && tokens.glued(behind) && tokens.glued(behind + 1)) {
    figure.kind = FigureKind::measure;
    figure.unit = context.text({at, behind + 2});
    return behind + 2;
  }
  figure.kind = duration ? FigureKind::duration : FigureKind::measure;
  figure.unit = unit.phrase->code;
  return at + unit.count;
}

}  // namespace herald::facts
