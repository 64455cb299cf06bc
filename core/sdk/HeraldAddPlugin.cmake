# herald_add_plugin(): builds a plugin of Herald from its sources and its plugin.json. The same call in
# Herald's own tree and in a project of yours after find_package(Herald); see README.md beside this file.
# It checks plugin.json, generates the C entry and Poco's manifest from it, and writes the completed
# plugin.json beside the library. What the host does with both is core/plugins/README.md's matter.
include_guard(GLOBAL)

set(HERALD_SDK_DIR ${CMAKE_CURRENT_LIST_DIR} CACHE INTERNAL "Folder of herald_add_plugin()")

# herald_add_plugin(<id>
#   SOURCES file...            the plugin's sources
#   [LIBRARIES target...]      what they are linked with; static libraries stay hidden in the plugin
#   [PLUGIN_JSON file]         default: plugin.json in the current source folder
#   [OUTPUT_DIRECTORY folder]  default: the build tree's plugin folder; the plugin goes to <folder>/<id>
#   [NO_INSTALL])              makes no install rule
#
# Targets: herald_plugin_<id>, the library with its plugin.json; and herald_plugin_<id>_objects, the
# sources without the entry, which a test can be linked with.
function(herald_add_plugin id)
  cmake_parse_arguments(PARSE_ARGV 1 plugin "NO_INSTALL" "PLUGIN_JSON;OUTPUT_DIRECTORY" "SOURCES;LIBRARIES")
  if(plugin_UNPARSED_ARGUMENTS)
    message(FATAL_ERROR "herald_add_plugin(${id}): does not know ${plugin_UNPARSED_ARGUMENTS}")
  endif()
  if(NOT plugin_SOURCES)
    message(FATAL_ERROR "herald_add_plugin(${id}): name the plugin's files after SOURCES")
  endif()
  # The id becomes part of a C symbol, so it is stricter than a file name.
  if(NOT id MATCHES "^[a-z][a-z0-9_]*$")
    message(FATAL_ERROR "herald_add_plugin(${id}): an id is lower-case letters, digits and '_', first a letter")
  endif()
  if(NOT plugin_PLUGIN_JSON)
    set(plugin_PLUGIN_JSON plugin.json)
  endif()
  get_filename_component(json_file ${plugin_PLUGIN_JSON} ABSOLUTE)
  herald_read_plugin_json_(${id} ${json_file})

  if(NOT plugin_OUTPUT_DIRECTORY)
    if(DEFINED HERALD_BUILD_PLUGIN_DIR)
      set(plugin_OUTPUT_DIRECTORY ${HERALD_BUILD_PLUGIN_DIR})
    else()
      set(plugin_OUTPUT_DIRECTORY ${CMAKE_BINARY_DIR}/plugins)
    endif()
  endif()
  get_filename_component(output ${plugin_OUTPUT_DIRECTORY}/${id} ABSOLUTE BASE_DIR ${CMAKE_CURRENT_BINARY_DIR})

  set(target herald_plugin_${id})
  add_library(${target}_objects OBJECT ${plugin_SOURCES})
  target_link_libraries(${target}_objects PUBLIC Herald::herald ${plugin_LIBRARIES})
  herald_compile_like_a_plugin_(${target}_objects)

  set(HERALD_ENTRY_JSON ${json_file})
  set(HERALD_ENTRY_SDK ${HERALD_SDK_DIR})
  set(HERALD_ENTRY_ID ${id})
  set(entry ${CMAKE_CURRENT_BINARY_DIR}/${target}_entry.cpp)
  configure_file(${HERALD_SDK_DIR}/plugin_entry.cpp.in ${entry} @ONLY)
  # A changed plugin.json must reach the completed copy: it is written after each linking.
  set_source_files_properties(${entry} PROPERTIES OBJECT_DEPENDS ${json_file})

  add_library(${target} MODULE ${entry})
  target_link_libraries(${target} PRIVATE ${target}_objects Herald::herald Poco::Foundation)
  herald_compile_like_a_plugin_(${target})
  herald_link_like_a_plugin_(${target})
  set_target_properties(${target} PROPERTIES
    PREFIX "" OUTPUT_NAME herald_${id} SUFFIX .so
    LIBRARY_OUTPUT_DIRECTORY ${output}
    # From lib/herald/plugins/<id> to lib, wherever the whole is put; and where the author's own libraries
    # are. From the first linking on: CMake would else pad the build's path with an empty entry, which the
    # dynamic linker takes for the working directory.
    INSTALL_RPATH "$ORIGIN/../../.." INSTALL_RPATH_USE_LINK_PATH ON BUILD_WITH_INSTALL_RPATH ON)
  add_custom_command(TARGET ${target} POST_BUILD
    COMMAND ${CMAKE_COMMAND} -D library=$<TARGET_FILE:${target}> -D json=${json_file}
            -P ${HERALD_SDK_DIR}/complete_plugin_json.cmake
    VERBATIM)

  if(NOT plugin_NO_INSTALL)
    if(NOT DEFINED HERALD_INSTALL_PLUGIN_DIR)
      set(HERALD_INSTALL_PLUGIN_DIR lib/herald/plugins)
    endif()
    install(TARGETS ${target} LIBRARY DESTINATION ${HERALD_INSTALL_PLUGIN_DIR}/${id})
    install(FILES ${output}/plugin.json DESTINATION ${HERALD_INSTALL_PLUGIN_DIR}/${id})
    # With a umask of 002 the folder would be writable for its group, and the host would refuse it.
    set(installed "\$ENV{DESTDIR}\${CMAKE_INSTALL_PREFIX}/${HERALD_INSTALL_PLUGIN_DIR}/${id}")
    install(CODE "execute_process(COMMAND chmod go-w \"${installed}\" COMMAND_ERROR_IS_FATAL ANY)")
  endif()
endfunction()

# Reads what the entry needs and refuses a plugin.json that the host would refuse for it. The host's
# catalogue checks the rest (ranges, choices); this is for the mistakes that would not compile or load.
function(herald_read_plugin_json_ id json_file)
  set(call "herald_add_plugin(${id})")
  if(NOT EXISTS ${json_file})
    message(FATAL_ERROR "${call}: there is no ${json_file}; write one, or name it after PLUGIN_JSON")
  endif()
  set_property(DIRECTORY APPEND PROPERTY CMAKE_CONFIGURE_DEPENDS ${json_file})
  file(READ ${json_file} json)
  string(JSON type ERROR_VARIABLE problem TYPE "${json}")
  if(problem OR NOT type STREQUAL "OBJECT")
    message(FATAL_ERROR "${call}: ${json_file} is not a JSON object: ${problem}")
  endif()
  # What is not said is filled in by complete_plugin_json.cmake; what is said must be what is built here.
  foreach(pair "schema=herald-plugin/1" "kind=library")
    string(REGEX MATCH "^([a-z]+)=(.*)$" ignored ${pair})
    set(member ${CMAKE_MATCH_1})
    set(wanted ${CMAKE_MATCH_2})
    string(JSON value ERROR_VARIABLE problem GET "${json}" ${member})
    if(NOT problem AND NOT value STREQUAL wanted)
      message(FATAL_ERROR "${call}: ${json_file} has the ${member} \"${value}\"; this function builds \"${wanted}\"")
    endif()
  endforeach()
  string(JSON type ERROR_VARIABLE problem TYPE "${json}" document_schema)
  if(problem OR NOT type MATCHES "^(STRING|ARRAY)$")
    message(FATAL_ERROR "${call}: ${json_file} needs the member \"document_schema\", a text or a list of texts")
  endif()
  foreach(member id version description class header)
    string(JSON ${member}_type ERROR_VARIABLE problem TYPE "${json}" ${member})
    if(problem OR NOT ${member}_type STREQUAL "STRING")
      message(FATAL_ERROR "${call}: ${json_file} needs the member \"${member}\", a text")
    endif()
    string(JSON ${member}_value GET "${json}" ${member})
  endforeach()
  foreach(member library abi build)
    string(JSON ignored ERROR_VARIABLE problem TYPE "${json}" ${member})
    if(NOT problem)
      message(FATAL_ERROR "${call}: remove the member \"${member}\" from ${json_file}: it is filled in by the build")
    endif()
  endforeach()
  if(NOT id_value STREQUAL id)
    message(FATAL_ERROR "${call}: ${json_file} has the id \"${id_value}\"; both must be the same")
  endif()
  if(NOT version_value MATCHES "^[0-9A-Za-z.+~_-]+$")
    message(FATAL_ERROR "${call}: ${json_file} has the version \"${version_value}\"; use letters, digits and .+~_-")
  endif()
  if(NOT class_value MATCHES "^[A-Za-z_][A-Za-z0-9_]*(::[A-Za-z_][A-Za-z0-9_]*)*$")
    message(FATAL_ERROR "${call}: ${json_file} has the class \"${class_value}\"; "
                        "give its full name without leading '::', as in herald::plugins::Markdown")
  endif()
  string(JSON formats_type ERROR_VARIABLE problem TYPE "${json}" formats)
  if(problem OR NOT formats_type STREQUAL "ARRAY")
    message(FATAL_ERROR "${call}: ${json_file} needs the member \"formats\", a list of at least one format")
  endif()
  string(JSON count LENGTH "${json}" formats)
  if(count EQUAL 0)
    message(FATAL_ERROR "${call}: ${json_file} offers no format: \"formats\" is empty")
  endif()
  math(EXPR last "${count} - 1")
  foreach(index RANGE ${last})
    foreach(member name extension media_type description)
      string(JSON value ERROR_VARIABLE problem GET "${json}" formats ${index} ${member})
      if(problem OR value STREQUAL "")
        message(FATAL_ERROR "${call}: ${json_file}: format ${index} of \"formats\" needs the member \"${member}\"")
      endif()
    endforeach()
  endforeach()
  herald_check_options_("${call}" "${json}" ${json_file})
  # Beside plugin.json, or, where that file is generated, beside the sources.
  get_filename_component(folder ${json_file} DIRECTORY)
  unset(found_header)
  find_file(found_header NAMES ${header_value} PATHS ${folder} ${CMAKE_CURRENT_SOURCE_DIR} NO_DEFAULT_PATH NO_CACHE)
  if(NOT found_header)
    message(FATAL_ERROR "${call}: ${json_file} names the header \"${header_value}\", but there is none in ${folder}")
  endif()
  # The compiler would find a class of another name deep in the generated entry.
  string(REGEX REPLACE "^.*::" "" class_name ${class_value})
  file(STRINGS ${found_header} declarations REGEX "(^|[^A-Za-z0-9_])${class_name}([^A-Za-z0-9_]|$)" LIMIT_COUNT 1)
  if(NOT declarations)
    message(FATAL_ERROR "${call}: ${json_file} has the class \"${class_value}\", "
                        "but ${found_header} has no word ${class_name}")
  endif()
  set(HERALD_ENTRY_VERSION ${version_value} PARENT_SCOPE)
  set(HERALD_ENTRY_CLASS ${class_value} PARENT_SCOPE)
  set(HERALD_ENTRY_HEADER ${found_header} PARENT_SCOPE)
endfunction()

# Names and types of the options; their defaults, ranges and choices are the host's to check.
function(herald_check_options_ call json json_file)
  string(JSON count ERROR_VARIABLE problem LENGTH "${json}" options)
  if(problem OR count EQUAL 0)
    return()
  endif()
  math(EXPR last "${count} - 1")
  foreach(index RANGE ${last})
    foreach(member name type help)
      string(JSON ${member} ERROR_VARIABLE problem GET "${json}" options ${index} ${member})
      if(problem OR ${member} STREQUAL "")
        message(FATAL_ERROR "${call}: ${json_file}: option ${index} of \"options\" needs the member \"${member}\"")
      endif()
    endforeach()
    if(NOT type MATCHES "^(boolean|integer|number|text)$")
      message(FATAL_ERROR "${call}: ${json_file}: the option \"${name}\" has the type \"${type}\"; "
                          "use boolean, integer, number or text")
    endif()
  endforeach()
endfunction()

function(herald_compile_like_a_plugin_ target)
  target_compile_features(${target} PRIVATE cxx_std_20)
  set_target_properties(${target} PROPERTIES
    CXX_EXTENSIONS OFF POSITION_INDEPENDENT_CODE ON
    CXX_VISIBILITY_PRESET hidden C_VISIBILITY_PRESET hidden VISIBILITY_INLINES_HIDDEN ON)
  # Includes are written from the root of the project: "plugins/pdf_brief/pdf_brief.hpp".
  target_include_directories(${target} PRIVATE ${PROJECT_SOURCE_DIR})
  if(TARGET herald_options)
    target_link_libraries(${target} PRIVATE herald_options)
  endif()
endfunction()

# -z now: an undefined symbol is found while loading, not in the middle of an export.
# -z defs: it is found by the author's linker already. Sanitizers leave theirs to the program.
# --exclude-libs and the version script: what is linked into a plugin stays inside it.
function(herald_link_like_a_plugin_ target)
  target_link_options(${target} PRIVATE -Wl,-z,now -Wl,--exclude-libs,ALL
                      -Wl,--version-script,${HERALD_SDK_DIR}/plugin_exports.map)
  set_property(TARGET ${target} APPEND PROPERTY LINK_DEPENDS ${HERALD_SDK_DIR}/plugin_exports.map)
  if(NOT HERALD_SANITIZE AND NOT "${CMAKE_CXX_FLAGS} ${CMAKE_MODULE_LINKER_FLAGS}" MATCHES "-fsanitize=")
    target_link_options(${target} PRIVATE -Wl,-z,defs)
  endif()
endfunction()
