# Configures a project with one mistake each and looks for the words of the refusal. The project has no
# language, so nothing is compiled: the checks come before the first target.
#   cmake -D SCRATCH=folder -D SDK=core/sdk -P messages.cmake
file(REMOVE_RECURSE ${SCRATCH})
file(MAKE_DIRECTORY ${SCRATCH})
file(WRITE ${SCRATCH}/sample.hpp "#pragma once\nnamespace mine {\nclass Sample {};\n}\n")

set(good [=[{
  "id": "sample",
  "version": "1.0.0",
  "description": "A sample",
  "document_schema": "herald-document/1",
  "class": "mine::Sample",
  "header": "sample.hpp",
  "formats": [{"name": "sample", "extension": "txt", "media_type": "text/plain", "description": "Text"}],
  "options": [{"name": "short", "type": "boolean", "default": false, "help": "Leave out the text"}]
}]=])

# expect(<words> <call> [FROM text TO text]): the call with plugin.json changed in one place.
function(expect words call)
  cmake_parse_arguments(PARSE_ARGV 2 change "" "FROM;TO" "")
  set(json "${good}")
  if(DEFINED change_FROM)
    string(REPLACE "${change_FROM}" "${change_TO}" json "${json}")
    if(json STREQUAL good)
      message(FATAL_ERROR "the sample has no ${change_FROM}")
    endif()
  endif()
  file(WRITE ${SCRATCH}/plugin.json "${json}")
  file(WRITE ${SCRATCH}/CMakeLists.txt
    "cmake_minimum_required(VERSION 3.25)\nproject(Sample LANGUAGES NONE)\n"
    "include(${SDK}/HeraldAddPlugin.cmake)\n${call}\n")
  execute_process(COMMAND ${CMAKE_COMMAND} -S ${SCRATCH} -B ${SCRATCH}/build
                  RESULT_VARIABLE code OUTPUT_VARIABLE text ERROR_VARIABLE text)
  string(REGEX REPLACE "[ \n]+" " " text "${text}")
  string(FIND "${text}" "${words}" found)
  if(code EQUAL 0 OR found LESS 0)
    message(SEND_ERROR "${call} ${change_FROM} -> ${change_TO}: wanted \"${words}\", got: ${text}")
  endif()
endfunction()

set(call "herald_add_plugin(sample SOURCES sample.cpp)")
expect("name the plugin's files after SOURCES" "herald_add_plugin(sample)")
expect("does not know WITH" "herald_add_plugin(sample WITH a SOURCES sample.cpp)")
expect("an id is lower-case letters" "herald_add_plugin(My-Sample SOURCES sample.cpp)")
expect("there is no ${SCRATCH}/other.json" "herald_add_plugin(sample SOURCES sample.cpp PLUGIN_JSON other.json)")
expect("has the id \"sample\"; both must be the same" "herald_add_plugin(other SOURCES sample.cpp)")
expect("is not a JSON object" "${call}" FROM "\"id\":" TO "id:")
expect("needs the member \"version\", a text" "${call}" FROM "\"1.0.0\"" TO "1")
expect("needs the member \"class\", a text" "${call}" FROM "\"class\"" TO "\"klass\"")
expect("has the version \"1 0\"" "${call}" FROM "1.0.0" TO "1 0")
expect("give its full name without leading '::'" "${call}" FROM "mine::Sample" TO "::mine::Sample")
expect("but there is none in" "${call}" FROM "sample.hpp" TO "simple.hpp")
expect("needs the member \"formats\", a list" "${call}" FROM "\"formats\"" TO "\"forms\"")
expect("format 0 of \"formats\" needs the member \"media_type\"" "${call}" FROM "\"media_type\"" TO "\"mime\"")
expect("has no word Simple" "${call}" FROM "mine::Sample" TO "mine::Simple")
expect("the option \"short\" has the type \"string\"; use boolean" "${call}" FROM "\"boolean\"" TO "\"string\"")
expect("option 0 of \"options\" needs the member \"help\"" "${call}" FROM "\"help\"" TO "\"hint\"")
expect("remove the member \"abi\"" "${call}" FROM "\"id\":" TO "\"abi\": 1, \"id\":")
expect("has the kind \"process\"; this function builds \"library\"" "${call}" FROM "\"id\":" TO "\"kind\": \"process\", \"id\":")
expect("has the schema \"herald-plugin/2\"" "${call}" FROM "\"id\":" TO "\"schema\": \"herald-plugin/2\", \"id\":")
expect("\"document_schema\", a text or a list" "${call}" FROM "\"herald-document/1\"" TO "1")
