# Holds the public headers against the ABI number that they were locked under.
#   cmake -P tests/architecture/abi_lock.cmake                  checks
#   cmake -D UPDATE=ON -P tests/architecture/abi_lock.cmake     locks the headers under a raised number
#   … -D UNRELEASED=ON                                          locks them under the same number, which is
#                                                               right only while no release has had it
# The hash is of what the compiler sees: comments and white space may change.
# INCLUDE_DIR is for the test of this test.
cmake_minimum_required(VERSION 3.25)
if(NOT INCLUDE_DIR)
  set(INCLUDE_DIR ${CMAKE_CURRENT_LIST_DIR}/../../core/include)
endif()
set(lock_file ${INCLUDE_DIR}/herald/plugin/abi.lock)

file(GLOB_RECURSE headers RELATIVE ${INCLUDE_DIR} ${INCLUDE_DIR}/*.hpp ${INCLUDE_DIR}/*.h)
list(SORT headers)
set(all "")
foreach(header IN LISTS headers)
  file(READ ${INCLUDE_DIR}/${header} text)
  string(REGEX REPLACE "/\\*[^*]*\\*+([^/*][^*]*\\*+)*/" " " text "${text}")
  string(REGEX REPLACE "//[^\n]*" " " text "${text}")
  string(REGEX REPLACE "[ \t\r\n]+" " " text "${text}")
  # The number itself is not part of what it numbers.
  string(REGEX REPLACE "HERALD_ABI_NUMBER [0-9]+" "HERALD_ABI_NUMBER" text "${text}")
  string(APPEND all "${header} ${text}\n")
endforeach()
string(SHA256 hash "${all}")

file(READ ${INCLUDE_DIR}/herald/plugin/abi.h abi_header)
if(NOT abi_header MATCHES "#define HERALD_ABI_NUMBER ([0-9]+)")
  message(FATAL_ERROR "herald/plugin/abi.h defines no HERALD_ABI_NUMBER")
endif()
set(number ${CMAKE_MATCH_1})

set(locked_number 0)
set(locked_hash "")
if(EXISTS ${lock_file})
  file(READ ${lock_file} lock)
  if(lock MATCHES "abi ([0-9]+)")
    set(locked_number ${CMAKE_MATCH_1})
  endif()
  if(lock MATCHES "sha256 ([0-9a-f]+)")
    set(locked_hash ${CMAKE_MATCH_1})
  endif()
endif()

set(update "cmake -D UPDATE=ON -P tests/architecture/abi_lock.cmake")
if(hash STREQUAL locked_hash AND number EQUAL locked_number)
  message(STATUS "the public headers are those of ABI number ${number}")
elseif(UPDATE)
  if(number EQUAL locked_number AND NOT UNRELEASED)
    message(FATAL_ERROR "The public headers have changed, the ABI number has not: raise HERALD_ABI_NUMBER in "
                        "herald/plugin/abi.h above ${number} first. While no release has had the number: "
                        "${update} -D UNRELEASED=ON")
  endif()
  file(WRITE ${lock_file}
    "# The headers of this ABI number, as hashed by tests/architecture/abi_lock.cmake, which also writes this.\n"
    "abi ${number}\nsha256 ${hash}\n")
  message(STATUS "locked the public headers under ABI number ${number}")
elseif(number EQUAL locked_number)
  message(FATAL_ERROR "The public headers in core/include differ from those of ABI number ${number}: a plugin that was "
                      "built before would be loaded and read the new types as the old ones. Raise HERALD_ABI_NUMBER in "
                      "herald/plugin/abi.h, then run: ${update} (while no release has had the number: with "
                      "-D UNRELEASED=ON, without raising it)")
else()
  message(FATAL_ERROR "The ABI number is ${number}, the lock is of ${locked_number}. Run: ${update}")
endif()
