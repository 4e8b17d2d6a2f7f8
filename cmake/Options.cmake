# Compiler settings that hold for all our own code.
set(CMAKE_CXX_STANDARD 20)
set(CMAKE_CXX_STANDARD_REQUIRED ON)
set(CMAKE_CXX_EXTENSIONS OFF)
set(CMAKE_POSITION_INDEPENDENT_CODE ON)
set(CMAKE_EXPORT_COMPILE_COMMANDS ON)
set(CMAKE_CXX_FLAGS_DEBUG "-O0 -g1")
set(CMAKE_CXX_FLAGS_RELEASE "-O2 -DNDEBUG")

find_program(TIENDO_CCACHE ccache)
if(TIENDO_CCACHE)
    set(CMAKE_CXX_COMPILER_LAUNCHER "${TIENDO_CCACHE}")
endif()

add_library(tiendo_options INTERFACE)
target_compile_options(tiendo_options INTERFACE
    -Wall -Wextra -Wpedantic -Wshadow -Wconversion -Wsign-conversion -Wold-style-cast -Wcast-qual
    -Woverloaded-virtual -Wnon-virtual-dtor -Wformat=2 -Wunused-result -Wimplicit-fallthrough
    $<$<CXX_COMPILER_ID:GNU>:-Wduplicated-cond -Wlogical-op>
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
