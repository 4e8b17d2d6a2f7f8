#include "domain/indicator/formula.hpp"
#include "domain/indicator/formula_words.hpp"

#include <algorithm>
#include <array>
#include <utility>

namespace tiendo {
namespace {

using Kind = FormulaWordKind;

class Parser {
public:
    explicit Parser(std::string_view text) : text_(text) {}

    std::variant<FormulaNode, FormulaFault> run()
    {
        try {
            if (text_.size() > formula_bytes_max) fail("formula.too_long", {0, 0});
            advance();
            if (word_.kind == Kind::end) fail("formula.empty", here());
            auto node = sum();
            if (word_.kind == Kind::close) fail("formula.no_open", here());
            if (word_.kind != Kind::end) fail("formula.operator_missing", here());
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

    Place here() const { return {word_.at, word_.text.size()}; }

    [[noreturn]] void fail(const char* key, Place place) const
    {
        Problem problem{key, {{"text", std::string(text_.substr(place.at, place.length))}}, {}};
        throw FormulaFault{std::move(problem), place.at, place.length};
    }

    void advance()
    {
        end_ = word_.end();
        word_ = formula_word(text_, end_);
        if (word_.kind == Kind::no_bracket) fail("formula.no_bracket", here());
        if (word_.kind == Kind::unknown) fail("formula.sign_unknown", here());
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
        const auto from = word_.at;
        auto left = product();
        while (word_.kind == Kind::plus || word_.kind == Kind::minus) {
            const auto kind =
                word_.kind == Kind::plus ? FormulaStepKind::add : FormulaStepKind::subtract;
            left = joined(kind, from, std::move(left), &Parser::product);
        }
        return left;
    }

    FormulaNode product()
    {
        const auto from = word_.at;
        auto left = factor();
        while (word_.kind == Kind::times || word_.kind == Kind::over) {
            const auto kind =
                word_.kind == Kind::times ? FormulaStepKind::multiply : FormulaStepKind::divide;
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
        auto node = word_.kind == Kind::minus ? negated() : primary();
        --depth_;
        return node;
    }

    FormulaNode negated()
    {
        const auto from = word_.at;
        advance();
        std::vector<FormulaNode> parts;
        parts.push_back(factor());
        return made(FormulaStepKind::negate, from, std::move(parts));
    }

    FormulaNode primary()
    {
        switch (word_.kind) {
        case Kind::number:
            return number();
        case Kind::name:
            return name();
        case Kind::indicator:
            return other_counts();
        case Kind::open: {
            const auto opened = here();
            advance();
            auto node = sum();
            if (word_.kind != Kind::close) fail("formula.no_close", opened);
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
        std::string text(word_.text);
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
        const auto text = word_.text;
        advance();
        if (word_.kind == Kind::open) return function(text, place);
        return element(text, {}, place);
    }

    FormulaNode element(std::string_view key, OtherCounts of, Place place)
    {
        FormulaElement element{std::move(of), std::string(key), {}};
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

    FormulaNode other_counts()
    {
        const auto place = here();
        const auto close = word_.text.find(']');
        std::string name(word_.text.substr(1, close - 1));
        const auto key = word_.text.substr(close + 1);
        if (name.empty() || !key.starts_with('.')) fail("formula.element_missing", place);
        advance();
        OtherCounts of;
        // Measures have a number with a point, "3.2a"; entries have none.
        if (name.find('.') == std::string::npos)
            of.indicator = IndicatorId(std::move(name));
        else
            of.measure = MeasureId(std::move(name));
        return element(key.substr(1), std::move(of), place);
    }

    FormulaNode function(std::string_view name, Place place)
    {
        struct Function {
            std::string_view name;
            FormulaStepKind kind;
            std::size_t least;
            std::size_t most;
        };
        static constexpr std::array<Function, 6> functions{{
            {"min", FormulaStepKind::minimum, 2, 20},
            {"max", FormulaStepKind::maximum, 2, 20},
            {"if_missing", FormulaStepKind::if_missing, 2, 2},
            {"cumulative", FormulaStepKind::cumulative, 1, 1},
            {"previous", FormulaStepKind::previous, 1, 1},
            {"last_year", FormulaStepKind::last_year, 1, 1},
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
        } while (word_.kind == Kind::semicolon);
        if (word_.kind != Kind::close) fail("formula.no_close", place);
        advance();
        return parts;
    }

    std::string_view text_;
    FormulaWord word_{};
    std::size_t end_ = 0; ///< behind the last word that was taken
    int depth_ = 0;
    int steps_ = 0;
    bool in_cumulative_ = false;
};

} // namespace

std::variant<FormulaNode, FormulaFault> parse_formula(std::string_view text)
{
    return Parser(text).run();
}

} // namespace tiendo
