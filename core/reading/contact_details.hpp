// Mail addresses, telephone numbers and web addresses, as far as they tell a contact line from text.
#pragma once

#include <string_view>

namespace herald::reading {

bool has_mail_address(std::string_view text);
/// Seven digits and more with the separators of a telephone number between them, no date or amount.
bool has_telephone(std::string_view text);
bool has_web_address(std::string_view text);

}  // namespace herald::reading
