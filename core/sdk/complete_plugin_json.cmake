# Run after a plugin is linked: writes the author's plugin.json beside the library with the members
# that only the build knows. ABI number and build tag are read out of the library itself (the note
# that plugin_entry.cpp.in puts there), so that they say what was compiled, whatever the flags were.
#   cmake -D library=… -D json=… -P complete_plugin_json.cmake
file(STRINGS ${library} lines REGEX "^(abi|build)=")
foreach(line IN LISTS lines)
  if(line MATCHES "^abi=([0-9]+)$")
    set(abi ${CMAKE_MATCH_1})
  elseif(line MATCHES "^build=([A-Za-z0-9][-+.A-Za-z0-9 ]+)$")
    set(build "${CMAKE_MATCH_1}")
  endif()
endforeach()
if(NOT DEFINED abi OR NOT DEFINED build)
  message(FATAL_ERROR "${library} holds no note of Herald: was it built by herald_add_plugin()?")
endif()

get_filename_component(name ${library} NAME)
get_filename_component(folder ${library} DIRECTORY)
file(READ ${json} text)
# Put in as text: string(JSON SET) would sort the members and turn 0.1 into 0.10000000000000001.
# How the file is written and of which kind its plugin is stand first, as that is what a reader asks first.
set(head)
foreach(pair "schema=herald-plugin/1" "kind=library")
  string(REGEX MATCH "^([a-z]+)=(.*)$" ignored ${pair})
  set(value ${CMAKE_MATCH_2})
  set(member ${CMAKE_MATCH_1})
  string(JSON ignored ERROR_VARIABLE is_missing GET "${text}" ${member})
  if(is_missing)
    string(APPEND head "\n  \"${member}\": \"${value}\",")
  endif()
endforeach()
string(FIND "${text}" "{" begin)
math(EXPR begin "${begin} + 1")
string(SUBSTRING "${text}" ${begin} -1 text)
string(PREPEND text "{${head}")
string(FIND "${text}" "}" end REVERSE)
string(SUBSTRING "${text}" 0 ${end} text)
string(REGEX REPLACE "[ \t\r\n]+$" "" text "${text}")
file(WRITE ${folder}/plugin.json
  "${text},\n  \"library\": \"${name}\",\n  \"abi\": ${abi},\n  \"build\": \"${build}\"\n}\n")

# The host refuses what group or world may write; with a umask of 002 the linker has just made that.
execute_process(COMMAND chmod go-w ${folder} ${library} ${folder}/plugin.json COMMAND_ERROR_IS_FATAL ANY)
