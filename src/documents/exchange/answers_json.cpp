#include "documents/exchange/answers_json.hpp"

#include "documents/exchange/json_reader.hpp"

namespace tiendo::documents {
namespace {

namespace bj = boost::json;

constexpr json::Names<ValueState, 4> states{{
    {ValueState::value, "value"},
    {ValueState::not_arising, "not_arising"},
    {ValueState::not_applicable, "not_applicable"},
    {ValueState::missing, "missing"},
}};
constexpr json::Names<ValueKind, 3> kinds{{
    {ValueKind::estimate, "estimate"},
    {ValueKind::official, "official"},
    {ValueKind::adjusted, "adjusted"},
}};
constexpr json::Names<TaskState, 3> task_states{{
    {TaskState::not_started, "not_started"},
    {TaskState::under_way, "under_way"},
    {TaskState::finished, "finished"},
}};

bj::object cell_object(const Cell& cell)
{
    bj::object object;
    object["state"] = json::name_of(states, cell.state);
    object["kind"] = json::name_of(kinds, cell.kind);
    bj::object numbers;
    for (const auto& [element, number] : cell.numbers)
        numbers[element] = number.str();
    object["numbers"] = std::move(numbers);
    json::put_if(object, "reason", cell.reason);
    json::put_if(object, "note", cell.note);
    json::put_if(object, "origin", cell.origin);
    return object;
}

template <class Read> void each_member(const bj::object& object, std::string_view key, Read&& read)
{
    const auto* value = json::member(object, key);
    if (value == nullptr) return;
    if (!value->is_object()) throw json::Unexpected{std::string(key)};
    for (const auto& [name, item] : value->get_object())
        read(std::string(name), item);
}

Cell read_cell_object(const bj::object& object)
{
    Cell cell;
    cell.state = json::named(states, object, "state", ValueState::missing);
    cell.kind = json::named(kinds, object, "kind", ValueKind::official);
    each_member(object, "numbers", [&](const std::string& element, const bj::value& number) {
        cell.numbers[element] = json::decimal(number);
    });
    cell.reason = json::text(object, "reason");
    cell.note = json::text(object, "note");
    cell.origin = json::text(object, "origin");
    return cell;
}

bj::object task_object(const TaskAnswer& answer)
{
    bj::object object;
    object["state"] = json::name_of(task_states, answer.state);
    if (answer.done_on) object["done_on"] = iso_date(*answer.done_on);
    json::put_if(object, "result", answer.result);
    json::put_if(object, "product", answer.product);
    json::put_if(object, "difficulty", answer.difficulty);
    return object;
}

TaskAnswer read_task_object(const bj::object& object)
{
    TaskAnswer answer;
    answer.state = json::named(task_states, object, "state", TaskState::not_started);
    answer.done_on = json::day(object, "done_on");
    answer.result = json::text(object, "result");
    answer.product = json::text(object, "product");
    answer.difficulty = json::text(object, "difficulty");
    return answer;
}

bj::object task_objects(const std::map<std::string, TaskAnswer>& answers)
{
    bj::object object;
    for (const auto& [id, answer] : answers)
        object[id] = task_object(answer);
    return object;
}

bj::array row_array(const std::vector<ActivityRow>& rows)
{
    bj::array array;
    for (const auto& row : rows) {
        bj::object object;
        for (const auto& [column, text] : row)
            object[column] = text;
        array.push_back(std::move(object));
    }
    return array;
}

std::vector<ActivityRow> read_rows(const bj::value& value)
{
    if (!value.is_array()) throw json::Unexpected{"rows"};
    std::vector<ActivityRow> rows;
    for (const auto& item : value.get_array()) {
        ActivityRow row;
        for (const auto& [column, text] : json::object_of(item, "item")) {
            if (!text.is_string()) throw json::Unexpected{std::string(column)};
            row[std::string(column)] = std::string(text.get_string());
        }
        rows.push_back(std::move(row));
    }
    return rows;
}

} // namespace

std::string to_json(const Answers& answers)
{
    bj::object object;
    bj::object cells;
    for (const auto& [id, cell] : answers.cells)
        cells[id.str()] = cell_object(cell);
    object["cells"] = std::move(cells);
    object["tasks"] = task_objects(answers.tasks);
    object["duties"] = task_objects(answers.duties);
    bj::object activities;
    for (const auto& [table, rows] : answers.activities)
        activities[table] = row_array(rows);
    object["activities"] = std::move(activities);
    bj::object narrative;
    for (const auto& [key, text] : answers.narrative)
        narrative[key] = text;
    object["narrative"] = std::move(narrative);
    return bj::serialize(object);
}

Result<Answers> parse_answers(std::string_view text)
{
    return json::reading(text, [](const bj::object& object) {
        Answers answers;
        each_member(object, "cells", [&](const std::string& id, const bj::value& cell) {
            answers.cells[MeasureId(id)] = read_cell_object(json::object_of(cell, "item"));
        });
        each_member(object, "tasks", [&](const std::string& id, const bj::value& task) {
            answers.tasks[id] = read_task_object(json::object_of(task, "item"));
        });
        each_member(object, "duties", [&](const std::string& id, const bj::value& duty) {
            answers.duties[id] = read_task_object(json::object_of(duty, "item"));
        });
        each_member(object, "activities", [&](const std::string& table, const bj::value& rows) {
            answers.activities[table] = read_rows(rows);
        });
        each_member(object, "narrative", [&](const std::string& key, const bj::value& words) {
            if (!words.is_string()) throw json::Unexpected{key};
            answers.narrative[key] = std::string(words.get_string());
        });
        return answers;
    });
}

std::string to_json(const TypedCell& cell)
{
    bj::object object;
    object["state"] = json::name_of(states, cell.state);
    object["kind"] = json::name_of(kinds, cell.kind);
    bj::object typed;
    for (const auto& [element, text] : cell.typed)
        typed[element] = text;
    object["typed"] = std::move(typed);
    json::put_if(object, "reason", cell.reason);
    json::put_if(object, "note", cell.note);
    json::put_if(object, "origin", cell.origin);
    return bj::serialize(object);
}

Result<TypedCell> parse_typed_cell(std::string_view text)
{
    return json::reading(text, [](const bj::object& object) {
        TypedCell cell;
        cell.state = json::named(states, object, "state", ValueState::value);
        cell.kind = json::named(kinds, object, "kind", ValueKind::official);
        each_member(object, "typed", [&](const std::string& element, const bj::value& typed) {
            if (!typed.is_string()) throw json::Unexpected{element};
            cell.typed[element] = std::string(typed.get_string());
        });
        cell.reason = json::text(object, "reason");
        cell.note = json::text(object, "note");
        cell.origin = json::text(object, "origin");
        return cell;
    });
}

std::string to_json(const TaskAnswer& answer)
{
    return bj::serialize(task_object(answer));
}

Result<TaskAnswer> parse_task_answer(std::string_view text)
{
    return json::reading(text, read_task_object);
}

std::string to_json(const std::vector<ActivityRow>& rows)
{
    bj::object object;
    object["rows"] = row_array(rows);
    return bj::serialize(object);
}

Result<std::vector<ActivityRow>> parse_activity_rows(std::string_view text)
{
    return json::reading(text, [](const bj::object& object) {
        const auto* rows = json::member(object, "rows");
        return rows == nullptr ? std::vector<ActivityRow>{} : read_rows(*rows);
    });
}

std::string narrative_json(const std::string& text)
{
    return bj::serialize(bj::object{{"text", text}});
}

Result<std::string> parse_narrative(std::string_view text)
{
    return json::reading(text, [](const bj::object& object) { return json::text(object, "text"); });
}

std::string reason_json(const std::string& reason)
{
    bj::object object;
    json::put_if(object, "reason", reason);
    return bj::serialize(object);
}

std::string program_json(const std::string& program)
{
    bj::object object;
    json::put_if(object, "program", program);
    return bj::serialize(object);
}

Result<Done> check_item(std::string_view kind, std::string_view text)
{
    if (kind == "cell")
        (void)TRY(parse_typed_cell(text));
    else if (kind == "activity")
        (void)TRY(parse_activity_rows(text));
    else if (kind == "narrative")
        (void)TRY(parse_narrative(text));
    else
        (void)TRY(parse_task_answer(text));
    return done;
}

} // namespace tiendo::documents
