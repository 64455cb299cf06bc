# The test of abi_lock.cmake: changes a copy of the public headers and looks at what the lock says.
#   cmake -D SCRATCH=folder -P abi_lock_selftest.cmake
file(REMOVE_RECURSE ${SCRATCH})
file(COPY ${CMAKE_CURRENT_LIST_DIR}/../../core/include DESTINATION ${SCRATCH})
set(headers ${SCRATCH}/include)

# expect(<done|refused> <regular expression> arguments…)
function(expect outcome words)
  execute_process(COMMAND ${CMAKE_COMMAND} -D INCLUDE_DIR=${headers} ${ARGN} -P ${CMAKE_CURRENT_LIST_DIR}/abi_lock.cmake
                  RESULT_VARIABLE code OUTPUT_VARIABLE text ERROR_VARIABLE text)
  string(REGEX REPLACE "[ \n]+" " " text "${text}")
  if((outcome STREQUAL "done" AND NOT code EQUAL 0) OR (outcome STREQUAL "refused" AND code EQUAL 0))
    message(FATAL_ERROR "with ${ARGN}, wanted ${outcome}: ${text}")
  endif()
  if(NOT text MATCHES "${words}")
    message(FATAL_ERROR "with ${ARGN}, wanted the words ${words}: ${text}")
  endif()
endfunction()

function(replace file from to)
  file(READ ${headers}/${file} text)
  string(REPLACE "${from}" "${to}" changed "${text}")
  if(changed STREQUAL text)
    message(FATAL_ERROR "${file} has no ${from}")
  endif()
  file(WRITE ${headers}/${file} "${changed}")
endfunction()

file(REMOVE ${headers}/herald/plugin/abi.lock)
expect(refused "the lock is of 0")
expect(done "locked" -D UPDATE=ON)
expect(done "are those of ABI number")

# A comment is not an interface; a member is.
file(APPEND ${headers}/herald/source.hpp "// Another remark.\n\n")
expect(done "are those of ABI number")
replace(herald/source.hpp "std::string encoding;" "std::string encoding; std::string more;")
expect(refused "differ from those of ABI number.*Raise HERALD_ABI_NUMBER.*cmake -D UPDATE=ON")
expect(refused "raise HERALD_ABI_NUMBER" -D UPDATE=ON)
expect(done "locked" -D UPDATE=ON -D UNRELEASED=ON)
expect(done "are those of ABI number")

# A new header is a change too, and the number alone asks for the lock.
file(WRITE ${headers}/herald/new.hpp "#pragma once\n")
expect(refused "differ from those of ABI number")
file(READ ${headers}/herald/plugin/abi.h abi_header)
string(REGEX REPLACE "HERALD_ABI_NUMBER [0-9]+" "HERALD_ABI_NUMBER 4711" abi_header "${abi_header}")
file(WRITE ${headers}/herald/plugin/abi.h "${abi_header}")
expect(refused "The ABI number is 4711")
expect(done "locked the public headers under ABI number 4711" -D UPDATE=ON)
expect(done "are those of ABI number 4711")
