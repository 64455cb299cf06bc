// The home of the interfaces' virtual tables and type information: one in the whole process.
#include "herald/plugin/exporter.hpp"

#include "herald/plugin/self_check.hpp"

namespace herald {

OutputStream::~OutputStream() = default;
Output::~Output() = default;
Exporter::~Exporter() = default;
SelfCheck::~SelfCheck() = default;

void* Exporter::extension(std::string_view) { return nullptr; }

}  // namespace herald
