#include "domain/indicator/formula.hpp"

#include <algorithm>
#include <array>
#include <utility>

namespace tiendo {
namespace {

enum class TokenKind {
    number,
    name,
    indicator,
    plus,
    minus,
    times,
    over,
    open,
    close,
    semicolon,
    end
};

struct Token {
    TokenKind kind = TokenKind::end;
    std::string_view text{};
    std::size_t at = 0;
};

struct Sign {
    std::string_view text;
    TokenKind kind;
};

/// As officers type them and as print shows them.
constexpr std::array<Sign, 12> signs{{
    {"+", TokenKind::plus},
    {"-", TokenKind::minus},
    {"−", TokenKind::minus},
    {"–", TokenKind::minus},
    {"*", TokenKind::times},
    {"×", TokenKind::times},
    {"/", TokenKind::over},
    {"÷", TokenKind::over},
    {":", TokenKind::over},
    {"(", TokenKind::open},
    {")", TokenKind::close},
    {";", TokenKind::semicolon},
}};

bool is_digit(char c)
{
    return c >= '0' && c <= '9';
}

bool is_name_letter(char c)
{
    return (c >= 'a' && c <= 'z') || c == '_' || c == '.' || is_digit(c);
}

std::size_t length_of(std::string_view text, bool (*belongs)(char))
{
    const auto end = std::ranges::find_if_not(text, belongs);
    return static_cast<std::size_t>(end - text.begin());
}

/// One whole character, so that what is shown as wrong is readable.
std::size_t first_character(std::string_view text)
{
    std::size_t length = 1;
    while (length < text.size() && (static_cast<unsigned char>(text[length]) & 0xC0U) == 0x80U)
        ++length;
    return length;
}

class Parser {
public:
    explicit Parser(std::string_view text) : text_(text) {}

    std::variant<FormulaNode, FormulaFault> run()
    {
        try {
            if (text_.size() > formula_bytes_max) fail("formula.too_long", {0, 0});
            advance();
            if (token_.kind == TokenKind::end) fail("formula.empty", here());
            auto node = sum();
            if (token_.kind == TokenKind::close) fail("formula.no_open", here());
            if (token_.kind != TokenKind::end) fail("formula.operator_missing", here());
            return node;
        } catch (FormulaFault& fault) { // thrown by fail() alone, and never further than here
            return std::move(fault);
        }
    }

private:
    struct Place {
        std::size_t at;
        std::size_t length;
    };

    Place here() const { return {token_.at, token_.text.size()}; }

    [[noreturn]] void fail(const char* key, Place place) const
    {
        Problem problem{key, {{"text", std::string(text_.substr(place.at, place.length))}}, {}};
        throw FormulaFault{std::move(problem), place.at, place.length};
    }

    void take(TokenKind kind, std::size_t length)
    {
        token_ = {kind, text_.substr(at_, length), at_};
        at_ += length;
    }

    void advance()
    {
        end_ = at_;
        while (at_ < text_.size() && (text_[at_] == ' ' || text_[at_] == '\n' ||
                                      text_[at_] == '\r' || text_[at_] == '\t'))
            ++at_;
        const auto rest = text_.substr(at_);
        if (rest.empty()) return take(TokenKind::end, 0);
        for (const auto& sign : signs)
            if (rest.starts_with(sign.text)) return take(sign.kind, sign.text.size());
        if (is_digit(rest.front()))
            return take(TokenKind::number, length_of(rest, [](char c) {
                            return is_digit(c) || c == '.' || c == ',';
                        }));
        if (rest.front() >= 'a' && rest.front() <= 'z')
            return take(TokenKind::name, length_of(rest, is_name_letter));
        if (rest.front() == '[') {
            const auto close = rest.find(']');
            if (close == std::string_view::npos) fail("formula.no_bracket", {at_, rest.size()});
            const auto key = length_of(rest.substr(close + 1), is_name_letter);
            return take(TokenKind::indicator, close + 1 + key);
        }
        fail("formula.sign_unknown", {at_, first_character(rest)});
    }

    FormulaNode made(FormulaStepKind kind, std::size_t from, std::vector<FormulaNode> parts)
    {
        if (++steps_ > formula_steps_max) fail("formula.too_many_steps", {from, end_ - from});
        FormulaNode node;
        node.kind = kind;
        node.parts = std::move(parts);
        node.at = from;
        node.length = end_ - from;
        return node;
    }

    FormulaNode sum()
    {
        const auto from = token_.at;
        auto left = product();
        while (token_.kind == TokenKind::plus || token_.kind == TokenKind::minus) {
            const auto kind =
                token_.kind == TokenKind::plus ? FormulaStepKind::add : FormulaStepKind::subtract;
            left = joined(kind, from, std::move(left), &Parser::product);
        }
        return left;
    }

    FormulaNode product()
    {
        const auto from = token_.at;
        auto left = factor();
        while (token_.kind == TokenKind::times || token_.kind == TokenKind::over) {
            const auto kind = token_.kind == TokenKind::times ? FormulaStepKind::multiply
                                                              : FormulaStepKind::divide;
            left = joined(kind, from, std::move(left), &Parser::factor);
        }
        return left;
    }

    FormulaNode joined(
        FormulaStepKind kind, std::size_t from, FormulaNode left, FormulaNode (Parser::*operand)()
    )
    {
        advance();
        std::vector<FormulaNode> parts;
        parts.push_back(std::move(left));
        parts.push_back((this->*operand)());
        return made(kind, from, std::move(parts));
    }

    FormulaNode factor()
    {
        if (++depth_ > formula_depth_max) fail("formula.too_deep", here());
        auto node = token_.kind == TokenKind::minus ? negated() : primary();
        --depth_;
        return node;
    }

    FormulaNode negated()
    {
        const auto from = token_.at;
        advance();
        std::vector<FormulaNode> parts;
        parts.push_back(factor());
        return made(FormulaStepKind::negate, from, std::move(parts));
    }

    FormulaNode primary()
    {
        switch (token_.kind) {
        case TokenKind::number:
            return number();
        case TokenKind::name:
            return name();
        case TokenKind::indicator:
            return other_indicator();
        case TokenKind::open: {
            const auto opened = here();
            advance();
            auto node = sum();
            if (token_.kind != TokenKind::close) fail("formula.no_close", opened);
            advance();
            return node;
        }
        default:
            fail("formula.operand_missing", here());
        }
    }

    FormulaNode number()
    {
        const auto place = here();
        std::string text(token_.text);
        const auto point = text.find_first_of(".,");
        // 1.000 is a thousand to one reader and one to another; 0,125 is what it is.
        constexpr std::size_t grouped = 4;
        const bool is_one = point != std::string::npos && text.find_last_of(".,") == point;
        if (is_one && text.size() - point == grouped && text.front() != '0')
            fail("formula.number_ambiguous", place);
        if (point != std::string::npos) text[point] = '.';
        const auto read = Decimal::parse(text);
        if (!read) fail("formula.number_unknown", place);
        advance();
        auto node = made(FormulaStepKind::number, place.at, {});
        node.number = *read;
        return node;
    }

    FormulaNode name()
    {
        const auto place = here();
        const auto text = token_.text;
        advance();
        if (token_.kind == TokenKind::open) return function(text, place);
        return element(text, {}, place);
    }

    FormulaNode element(std::string_view key, IndicatorId indicator, Place place)
    {
        FormulaElement element{std::move(indicator), std::string(key), {}};
        for (const auto* sex : {"male", "female"}) {
            if (!element.key.ends_with(std::string(".") + sex)) continue;
            element.sex = sex;
            element.key.resize(element.key.find('.'));
            break;
        }
        if (element.key.empty() || element.key.find('.') != std::string::npos)
            fail("formula.name_unknown", place);
        auto node = made(FormulaStepKind::element, place.at, {});
        node.element = std::move(element);
        return node;
    }

    FormulaNode other_indicator()
    {
        const auto place = here();
        const auto close = token_.text.find(']');
        const IndicatorId id(std::string(token_.text.substr(1, close - 1)));
        const auto key = token_.text.substr(close + 1);
        if (id.empty() || !key.starts_with('.')) fail("formula.element_missing", place);
        advance();
        return element(key.substr(1), id, place);
    }

    FormulaNode function(std::string_view name, Place place)
    {
        struct Function {
            std::string_view name;
            FormulaStepKind kind;
            std::size_t least;
            std::size_t most;
        };
        static constexpr std::array<Function, 4> functions{{
            {"min", FormulaStepKind::minimum, 2, 20},
            {"max", FormulaStepKind::maximum, 2, 20},
            {"if_missing", FormulaStepKind::if_missing, 2, 2},
            {"cumulative", FormulaStepKind::cumulative, 1, 1},
        }};
        const auto* found = std::ranges::find(functions, name, &Function::name);
        if (found == functions.end()) fail("formula.function_unknown", place);
        if (found->kind == FormulaStepKind::cumulative && std::exchange(in_cumulative_, true))
            fail("formula.cumulative_twice", place);
        auto parts = arguments(place);
        if (found->kind == FormulaStepKind::cumulative) in_cumulative_ = false;
        if (parts.size() < found->least || parts.size() > found->most)
            fail("formula.argument_count", place);
        return made(found->kind, place.at, std::move(parts));
    }

    std::vector<FormulaNode> arguments(Place place)
    {
        std::vector<FormulaNode> parts;
        do {
            advance();
            parts.push_back(sum());
        } while (token_.kind == TokenKind::semicolon);
        if (token_.kind != TokenKind::close) fail("formula.no_close", place);
        advance();
        return parts;
    }

    std::string_view text_;
    Token token_{};
    std::size_t at_ = 0;
    std::size_t end_ = 0; ///< behind the last token that was taken
    int depth_ = 0;
    int steps_ = 0;
    bool in_cumulative_ = false;
};

std::string element_text(const FormulaElement& element)
{
    std::string text;
    if (!element.indicator.empty()) text = "[" + element.indicator.str() + "].";
    text += element.key;
    return element.sex.empty() ? text : text + "." + element.sex;
}

std::string operand_text(const FormulaNode& node)
{
    const bool is_plain =
        node.kind == FormulaStepKind::number || node.kind == FormulaStepKind::element ||
        node.kind == FormulaStepKind::minimum || node.kind == FormulaStepKind::maximum ||
        node.kind == FormulaStepKind::if_missing || node.kind == FormulaStepKind::cumulative;
    return is_plain ? formula_text(node) : "(" + formula_text(node) + ")";
}

std::string binary_text(const FormulaNode& node, const char* sign)
{
    return operand_text(node.parts[0]) + sign + operand_text(node.parts[1]);
}

std::string call_text(const FormulaNode& node, const char* name)
{
    std::string text = name;
    for (std::size_t i = 0; i < node.parts.size(); ++i)
        text += (i == 0 ? "(" : "; ") + formula_text(node.parts[i]);
    return text + ")";
}

bool has_element(const Indicator& indicator, const FormulaElement& element)
{
    const auto elements = elements_of(indicator);
    const auto is_there = [&](const std::string& key) {
        return std::ranges::find(elements, key) != elements.end();
    };
    if (!element.sex.empty()) return is_there(element.key + "." + element.sex);
    return is_there(element.key) || is_there(element.key + ".male");
}

void collect_names(const FormulaNode& node, std::vector<IndicatorId>& names)
{
    const auto& id = node.element.indicator;
    if (!id.empty() && std::ranges::find(names, id) == names.end()) names.push_back(id);
    for (const auto& part : node.parts)
        collect_names(part, names);
}

} // namespace

std::variant<FormulaNode, FormulaFault> parse_formula(std::string_view text)
{
    return Parser(text).run();
}

std::string formula_text(const FormulaNode& formula)
{
    switch (formula.kind) {
    case FormulaStepKind::number:
        // A number of three decimals is ambiguous as it is written: a nought more tells.
        return formula.number.scale() == 3 ? formula.number.str() + "0" : formula.number.str();
    case FormulaStepKind::element:
        return element_text(formula.element);
    case FormulaStepKind::add:
        return binary_text(formula, " + ");
    case FormulaStepKind::subtract:
        return binary_text(formula, " − ");
    case FormulaStepKind::multiply:
        return binary_text(formula, " × ");
    case FormulaStepKind::divide:
        return binary_text(formula, " ÷ ");
    case FormulaStepKind::negate:
        return "−" + operand_text(formula.parts[0]);
    case FormulaStepKind::minimum:
        return call_text(formula, "min");
    case FormulaStepKind::maximum:
        return call_text(formula, "max");
    case FormulaStepKind::if_missing:
        return call_text(formula, "if_missing");
    case FormulaStepKind::cumulative:
        return call_text(formula, "cumulative");
    }
    return {};
}

std::optional<FormulaFault> unknown_name(
    const FormulaNode& formula, const Indicator& indicator, const IndicatorLibrary& library
)
{
    if (formula.kind == FormulaStepKind::element) {
        const auto& element = formula.element;
        const auto* meant =
            element.indicator.empty() ? &indicator : library.find(element.indicator);
        const char* key = meant == nullptr                ? "formula.indicator_unknown"
                          : !has_element(*meant, element) ? "formula.name_unknown"
                          : !element.indicator.empty() && element.sex.empty() &&
                                  meant->breakdown == Breakdown::sex &&
                                  meant->shape == Shape::ratio &&
                                  indicator.breakdown != Breakdown::sex
                              ? "formula.sex_missing"
                              : nullptr;
        if (key != nullptr)
            return FormulaFault{
                {key, {{"text", element_text(element)}}, {}}, formula.at, formula.length
            };
    }
    for (const auto& part : formula.parts)
        if (auto fault = unknown_name(part, indicator, library)) return fault;
    return std::nullopt;
}

std::vector<IndicatorId> named_indicators(const FormulaNode& formula)
{
    std::vector<IndicatorId> names;
    collect_names(formula, names);
    return names;
}

} // namespace tiendo
