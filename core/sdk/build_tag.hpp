// What a binary was built with, as one line of text: host and plugin must have the same line, because
// C++ objects (strings, maps, exceptions, Poco's manifest) cross the border between them.
// It is put together by the preprocessor, from what the compiler really does and not from what the
// build files ask for. The host's loader and the entry that herald_add_plugin() generates both
// include this file; there is no second place.
#pragma once

#include <string>  // any header of the standard library: defines its release and ABI macros

#include <Poco/Version.h>

#define HERALD_TAG_TEXT_(value) #value
#define HERALD_TAG_TEXT(value) HERALD_TAG_TEXT_(value)

// Clang defines __GNUC__ too, so it is asked for first.
#if defined(__clang__)
#define HERALD_TAG_COMPILER "clang-" HERALD_TAG_TEXT(__clang_major__)
#elif defined(__GNUC__)
#define HERALD_TAG_COMPILER "gcc-" HERALD_TAG_TEXT(__GNUC__)
#else
#error "Herald knows no build tag for this compiler: add it to core/sdk/build_tag.hpp"
#endif

#if defined(_GLIBCXX_RELEASE)
#define HERALD_TAG_LIBRARY \
  "libstdc++-" HERALD_TAG_TEXT(_GLIBCXX_RELEASE) " cxx11abi-" HERALD_TAG_TEXT(_GLIBCXX_USE_CXX11_ABI)
#elif defined(_LIBCPP_ABI_VERSION)
#define HERALD_TAG_LIBRARY "libc++-abi-" HERALD_TAG_TEXT(_LIBCPP_ABI_VERSION)
#else
#error "Herald knows no build tag for this standard library: add it to core/sdk/build_tag.hpp"
#endif

// Poco keeps no binary compatibility between minor releases; its number is 0xAABBCCDD as written.
#define HERALD_TAG_POCO "poco-" HERALD_TAG_TEXT(POCO_VERSION)

// _GLIBCXX_DEBUG gives std::vector and std::map another layout.
#if defined(_GLIBCXX_DEBUG)
#define HERALD_TAG_CONTAINERS " debug-containers"
#else
#define HERALD_TAG_CONTAINERS ""
#endif

// A library built for AddressSanitizer or ThreadSanitizer needs the runtime in the host's first place.
// UndefinedBehaviorSanitizer changes no layout and loads its runtime itself: not part of the tag.
#if defined(__has_feature)
#if __has_feature(address_sanitizer)
#define HERALD_TAG_ADDRESS
#elif __has_feature(thread_sanitizer)
#define HERALD_TAG_THREAD
#endif
#endif
#if defined(__SANITIZE_ADDRESS__) || defined(HERALD_TAG_ADDRESS)
#define HERALD_TAG_FLAVOUR "address-sanitizer"
#elif defined(__SANITIZE_THREAD__) || defined(HERALD_TAG_THREAD)
#define HERALD_TAG_FLAVOUR "thread-sanitizer"
#else
#define HERALD_TAG_FLAVOUR "plain"
#endif

#define HERALD_BUILD_TAG \
  HERALD_TAG_COMPILER " " HERALD_TAG_LIBRARY " " HERALD_TAG_POCO " " HERALD_TAG_FLAVOUR HERALD_TAG_CONTAINERS
