# add_layer(domain USES base SOURCES a.cpp TESTS a_test.cpp LIBRARIES x)
#
# One static library tiendo_<layer> and one test program test_<layer>. USES names the layers below.
# With PLAIN a second library tiendo_<layer>_plain is made without sanitizers, for tiendo-reader.
function(add_layer name)
    cmake_parse_arguments(ARG "PLAIN" "" "USES;SOURCES;TESTS;LIBRARIES" ${ARGN})

    add_library(tiendo_${name} STATIC ${ARG_SOURCES})
    target_include_directories(tiendo_${name} PUBLIC "${PROJECT_SOURCE_DIR}/src")
    target_link_libraries(tiendo_${name} PRIVATE tiendo_options)
    target_link_libraries(tiendo_${name} PUBLIC tiendo_sanitizers ${ARG_LIBRARIES})
    foreach(lower IN LISTS ARG_USES)
        target_link_libraries(tiendo_${name} PUBLIC tiendo_${lower})
    endforeach()

    if(ARG_PLAIN AND TIENDO_SANITIZE)
        add_library(tiendo_${name}_plain STATIC EXCLUDE_FROM_ALL ${ARG_SOURCES})
        target_include_directories(tiendo_${name}_plain PUBLIC "${PROJECT_SOURCE_DIR}/src")
        target_link_libraries(tiendo_${name}_plain PRIVATE tiendo_options)
        target_link_libraries(tiendo_${name}_plain PUBLIC ${ARG_LIBRARIES})
        foreach(lower IN LISTS ARG_USES)
            target_link_libraries(tiendo_${name}_plain PUBLIC tiendo_${lower}_plain)
        endforeach()
    elseif(ARG_PLAIN)
        add_library(tiendo_${name}_plain ALIAS tiendo_${name})
    endif()

    if(TIENDO_TESTS AND ARG_TESTS)
        add_executable(test_${name} ${ARG_TESTS})
        target_link_libraries(test_${name} PRIVATE tiendo_${name} tiendo_options GTest::gtest_main GTest::gmock)
        target_compile_definitions(test_${name} PRIVATE TIENDO_SOURCE_DIR="${PROJECT_SOURCE_DIR}")
        gtest_discover_tests(test_${name} DISCOVERY_TIMEOUT 60 PROPERTIES LABELS "${name}")
    endif()
endfunction()
