/**
 * True when the terms of an SPDX licence expression (annex D of SPDX 2.3: `AND` before `OR`, parentheses) can be met
 * with licences of the set alone: of `OR` one side is enough, `AND` needs both. `A WITH B` is one licence, by that name.
 * What is no such expression, as `UNLICENSED` or `SEE LICENSE IN FILE`, is not allowed.
 */
export function isAllowed(expression, allowed) {
  const words = expression.match(/[()]|[^\s()]+/g) ?? [];
  let isExpression = true;
  const result = anyOf();
  return result && isExpression && words.length === 0;

  function anyOf() {
    let result = allOf();
    while (take('OR')) {
      const right = allOf();
      result = result || right;
    }
    return result;
  }

  function allOf() {
    let result = single();
    while (take('AND')) {
      const right = single();
      result = result && right;
    }
    return result;
  }

  function single() {
    if (!take('(')) return allowed.has(licence());
    const inner = anyOf();
    isExpression &&= take(')');
    return inner;
  }

  function licence() {
    const licence = name();
    return take('WITH') ? `${licence} WITH ${name()}` : licence;
  }

  function name() {
    const word = words.shift();
    isExpression &&= word !== undefined && !['AND', 'OR', 'WITH', '(', ')'].includes(word);
    return word;
  }

  function take(word) {
    if (words[0] !== word) return false;
    words.shift();
    return true;
  }
}
