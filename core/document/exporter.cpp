// The home of the interfaces' virtual tables and type information: one in the whole process.
#include "herald/plugin/exporter.hpp"

namespace herald {

OutputStream::~OutputStream() = default;
Output::~Output() = default;
Exporter::~Exporter() = default;

void* Exporter::extension(std::string_view) { return nullptr; }

}  // namespace herald
