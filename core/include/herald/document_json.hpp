// A document as JSON, schema herald-document/1 (share/herald/schema), and back.
// from_json(to_json(document)) equals the document; readers ignore members that they do not know,
// and refuse only another major version of the schema.
//
//     herald::Result<herald::Document> copy = herald::from_json(herald::to_json(document));
#pragma once

#include <string>
#include <string_view>

#include "herald/api.hpp"
#include "herald/document.hpp"
#include "herald/result.hpp"

namespace herald {

/// The schema's name as it stands in the member "schema" of the JSON.
inline constexpr std::string_view document_schema = "herald-document/1";

/// UTF-8 JSON, indented by two spaces, with a final newline; members in the order of the schema.
HERALD_API std::string to_json(const Document& document);

/// Reads what to_json() writes. Refuses with input_invalid, naming the place ("/blocks/3/span"), text
/// that is not JSON, another schema, a member of the wrong type, and spans or indices that point
/// outside the document: a Document from here can be used without further checks.
HERALD_API Result<Document> from_json(std::string_view json);

}  // namespace herald
