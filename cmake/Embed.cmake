# tiendo_embed(target NAME symbol FILES a b c [BASE dir])
#
# Compiles files into the library: "<symbol>.hpp" declares
#   std::string_view tiendo::embedded::<symbol>(std::string_view path)
# which answers the bytes of the file whose path below BASE is asked for, or an empty view, and
#   std::span<const std::string_view> tiendo::embedded::<symbol>_paths().
find_program(TIENDO_PYTHON NAMES python3 PATHS /usr/bin NO_DEFAULT_PATH REQUIRED)

function(tiendo_embed target symbol)
    cmake_parse_arguments(ARG "" "BASE" "FILES" ${ARGN})
    set(out "${CMAKE_CURRENT_BINARY_DIR}/embedded")
    add_custom_command(
        OUTPUT "${out}/embedded/${symbol}.hpp" "${out}/${symbol}.cpp" "${out}/${symbol}.S"
        COMMAND "${TIENDO_PYTHON}" "${PROJECT_SOURCE_DIR}/cmake/embed.py" "${symbol}" "${ARG_BASE}" "${out}" ${ARG_FILES}
        DEPENDS ${ARG_FILES} "${PROJECT_SOURCE_DIR}/cmake/embed.py"
        COMMENT "Embedding ${symbol}"
        VERBATIM)
    target_sources(${target} PRIVATE "${out}/${symbol}.cpp" "${out}/${symbol}.S" "${out}/embedded/${symbol}.hpp")
    set_source_files_properties("${out}/${symbol}.S" PROPERTIES OBJECT_DEPENDS "${ARG_FILES}")
    target_include_directories(${target} PUBLIC "${out}")
endfunction()
