// What a pasted page has below its release, and the short lines at the end of a release that are its own.
#include "tests/core/reading/reading_support.hpp"
#include "tests/support/catch.hpp"

using namespace herald;
using namespace herald::test;

namespace {

const std::string release =
    "Harbour board opens its new quay\n\n3 May 2026\n\nThe harbour board said today that the new quay is open to all "
    "of "
    "the boats of the town.\n\nThe quay has room for 40 boats and cost the board less than was planned for it.\n\nThe "
    "mayor will visit the quay next week with the crews of three boats from the islands.\n\n";

std::string lines(const std::vector<std::string>& all) {
  std::string text;
  for (const std::string& line : all) text += line + "\n\n";
  return text;
}

std::size_t noise(const std::string& tail) { return texts_of(read(release + tail), BlockKind::noise).size(); }

}  // namespace

TEST_CASE("menus and other stories below a release are noise", "[reading][furniture]") {
  const std::vector<std::string> menu = {"Leadership",   "Fees and tides", "Careers",       "Internships",
                                         "The old pier", "Publications",   "Boat register", "Accessibility",
                                         "Podcasts",     "Photos"};
  CHECK(noise(lines(menu)) == menu.size());
  const std::vector<std::string> stories = {
      "Press release", "Board names a new pilot for the bay",       "2 May 2026",
      "Press release", "Two boats found after the storm of Sunday", "28 April 2026",
      "Press release", "Fees for small boats will not rise",        "20 April 2026"};
  CHECK(noise(lines(stories)) == stories.size());
  CHECK(read(release + lines(stories)).metadata.published == "2026-05-03");
}

TEST_CASE("short lines at the end of a release are its own", "[reading][furniture]") {
  // Who signed it, a list with its head, whom to ask, who the board is.
  CHECK(noise(lines({"Ana Lima", "Mayor", "Rui Costa", "Harbour master", "Eva Reis", "Pilot", "Leo Marques", "Keeper",
                     "Ivo Prado"})) == 0);
  CHECK(noise(lines({"The crews come from:", "North Island", "South Island", "Careers", "Photos", "Podcasts",
                     "West Bay", "East Bay", "Old Town", "New Town"})) == 0);
  CHECK(noise(lines({"Contact", "Ana Lima", "Press officer", "Harbour board", "1 Quay Street", "Old Town", "Photos",
                     "Tel. +44 20 7946 0000", "press@port.example"})) == 0);
  CHECK(texts_of(read(release + lines({"About us", "The harbour board runs the three harbours of the town for all."}) +
                      lines({"Careers", "Photos", "Podcasts", "Internships", "Videos", "Accessibility", "Events",
                             "Publications"})),
                 BlockKind::noise)
            .size() == 8);
}

TEST_CASE("the name of the site behind a title is not the title's", "[reading][front-matter]") {
  CHECK(read("Harbour board opens its new quay | Harbour Office\n\n" + release).metadata.title ==
        "Harbour board opens its new quay");
}
