#!/usr/bin/env python3
"""Writes the C++ and assembler files that hold other files' bytes (see cmake/Embed.cmake).

embed.py SYMBOL BASE OUT FILE...
"""
import os
import sys


def main(symbol, base, out, files):
    os.makedirs(os.path.join(out, "embedded"), exist_ok=True)
    paths = [os.path.relpath(f, base) for f in files]
    header = f"""#pragma once

#include <span>
#include <string_view>

namespace tiendo::embedded {{

/// The bytes of one embedded file; empty if there is none of that path.
std::string_view {symbol}(std::string_view path);

std::span<const std::string_view> {symbol}_paths();

}} // namespace tiendo::embedded
"""
    assembler = [".section .rodata"]
    for i, f in enumerate(files):
        name = f"tiendo_embedded_{symbol}_{i}"
        assembler += [f".global {name}", f".global {name}_end", f".balign 16", f"{name}:",
                      f'.incbin "{os.path.abspath(f)}"', f"{name}_end:", ".byte 0"]
    assembler.append('.section .note.GNU-stack,"",%progbits')
    declarations = "\n".join(
        f"extern const char tiendo_embedded_{symbol}_{i}[]; extern const char tiendo_embedded_{symbol}_{i}_end[];"
        for i in range(len(files)))
    # Each a string_view by name: two bare literals in braces would be taken for a pair of iterators.
    table = ",\n    ".join(f'std::string_view("{p}")' for p in paths)
    cases = "\n".join(
        f'    if (path == "{p}") return between(tiendo_embedded_{symbol}_{i}, tiendo_embedded_{symbol}_{i}_end);'
        for i, p in enumerate(paths))
    source = f"""#include "embedded/{symbol}.hpp"

#include <array>
#include <cstdint>

extern "C" {{
{declarations}
}}

namespace tiendo::embedded {{
namespace {{
constexpr std::array<std::string_view, {len(files)}> all_paths{{{{
    {table}}}}};

std::string_view between(const char* first, const char* last)
{{
    return {{first, static_cast<std::size_t>(reinterpret_cast<std::uintptr_t>(last) - reinterpret_cast<std::uintptr_t>(first))}};
}}
}} // namespace

std::string_view {symbol}(std::string_view path)
{{
{cases}
    return {{}};
}}

std::span<const std::string_view> {symbol}_paths()
{{
    return all_paths;
}}

}} // namespace tiendo::embedded
"""
    for name, text in ((f"embedded/{symbol}.hpp", header), (f"{symbol}.cpp", source),
                       (f"{symbol}.S", "\n".join(assembler) + "\n")):
        path = os.path.join(out, name)
        if not os.path.exists(path) or open(path, encoding="utf-8").read() != text:
            with open(path, "w", encoding="utf-8") as handle:
                handle.write(text)
        else:
            os.utime(path)


if __name__ == "__main__":
    main(sys.argv[1], sys.argv[2], sys.argv[3], sys.argv[4:])
