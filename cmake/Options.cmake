# Compiler settings that hold for all our own code.
set(CMAKE_CXX_STANDARD 20)
set(CMAKE_CXX_STANDARD_REQUIRED ON)
set(CMAKE_CXX_EXTENSIONS OFF)
set(CMAKE_POSITION_INDEPENDENT_CODE ON)
set(CMAKE_EXPORT_COMPILE_COMMANDS ON)
set(CMAKE_CXX_FLAGS_DEBUG "-O0 -g1")
set(CMAKE_CXX_FLAGS_RELEASE "-O2 -DNDEBUG")

if(CMAKE_CXX_COMPILER_ID STREQUAL "Clang")
    add_link_options(-fuse-ld=lld)
endif()

# The precompiled headers would otherwise hold the hour, and nothing that uses them be found again.
find_program(TIENDO_CCACHE ccache)
if(TIENDO_CCACHE)
    set(CMAKE_CXX_COMPILER_LAUNCHER
        "${CMAKE_COMMAND}" -E env CCACHE_SLOPPINESS=pch_defines,time_macros "${TIENDO_CCACHE}")
    add_compile_options("$<$<COMPILE_LANG_AND_ID:CXX,Clang>:SHELL:-Xclang -fno-pch-timestamp>")
endif()

# The headers of the standard library that most files include: parsed once for a library or program.
function(tiendo_precompile_std target)
    target_precompile_headers(${target} PRIVATE
        <algorithm> <array> <chrono> <compare> <cstdint> <filesystem> <functional> <map> <memory> <optional>
        <set> <span> <string> <string_view> <utility> <variant> <vector> ${ARGN})
endfunction()

add_library(tiendo_options INTERFACE)
target_compile_options(tiendo_options INTERFACE
    -Wall -Wextra -Wpedantic -Wshadow -Wconversion -Wsign-conversion -Wold-style-cast -Wcast-qual
    -Woverloaded-virtual -Wnon-virtual-dtor -Wformat=2 -Wunused-result -Wimplicit-fallthrough
    $<$<CXX_COMPILER_ID:GNU>:-Wduplicated-cond -Wlogical-op>
    # Precompiled, libstdc++ loses the pragmas by which std::stable_sort may use its own deprecated buffer.
    $<$<CXX_COMPILER_ID:Clang>:-Wno-deprecated-declarations>
    $<$<BOOL:${TIENDO_WERROR}>:-Werror>)

# Hardening of what is shipped; the sanitizer build brings its own checks.
if(NOT TIENDO_SANITIZE AND NOT TIENDO_FUZZ)
    target_compile_options(tiendo_options INTERFACE
        -fstack-protector-strong -fstack-clash-protection -D_FORTIFY_SOURCE=2)
    target_link_options(tiendo_options INTERFACE -Wl,-z,relro,-z,now)
endif()

# Kept apart from tiendo_options because tiendo-reader, which limits its own address space, must be
# built without them (AddressSanitizer reserves terabytes of it).
add_library(tiendo_sanitizers INTERFACE)
if(TIENDO_FUZZ)
    set(CMAKE_CXX_FLAGS_RELWITHDEBINFO "-O1 -g1")
    target_compile_options(tiendo_sanitizers INTERFACE
        -fsanitize=fuzzer-no-link,address,undefined -fno-sanitize-recover=undefined -fno-omit-frame-pointer)
    target_link_options(tiendo_sanitizers INTERFACE -fsanitize=address,undefined)
elseif(TIENDO_SANITIZE)
    target_compile_options(tiendo_sanitizers INTERFACE
        -fsanitize=address,undefined -fno-sanitize-recover=undefined -fno-omit-frame-pointer
        -D_GLIBCXX_ASSERTIONS)
    target_link_options(tiendo_sanitizers INTERFACE -fsanitize=address,undefined)
endif()
