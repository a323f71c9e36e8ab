/**
 * TypeORM's query builder and `query()` run their first argument as SQL. So that no text of a request can get there, it must be
 * made of text that stands in the program:
 *
 *   allowed   literals and templates, constants, `a ? 'x' : 'y'`, `x + y`, numbers (`.length`, the result of `.push()`),
 *             `COLUMNS[key]` (a look-up in a constant table), lists of such text with `.join()` and `.map()`,
 *             find options `{ id }`, fields of the service (`this.access`: one instance for everybody, it holds no request),
 *             and a call of a function, or of such a field, that is given nothing but such text: `this.access.cases('c')`;
 *   refused   parameters, properties, results of anything else. Values belong into the parameters: `$1`, `:name`.
 *
 * A parameter counts as program text when its type is `SqlText`, a plain `string` in disguise that says so.
 */
const METHODS = new Set(
  'where andWhere orWhere orderBy addOrderBy select addSelect having andHaving orHaving groupBy addGroupBy query'.split(' '),
);
/** Functions that take the connection first, then the text: `prepared(tx, 'select …', values)`. */
const FUNCTIONS = new Set(['prepared', 'preparedOn']);
/** What pg offers to write a value into SQL text safely, for the rare statement that takes no parameters. */
const QUOTING = new Set(['escapeLiteral', 'escapeIdentifier']);
const LISTS = new Set(['join', 'map', 'filter', 'concat', 'flat', 'flatMap', 'slice', 'trim']);
const isConstantName = (name) => /^[A-Z][A-Z0-9_]*$/.test(name);

function variableOf(scope, name) {
  for (let at = scope; at; at = at.upper) if (at.set.has(name)) return at.set.get(name);
  return undefined;
}

/** Whether an expression is text of the program. `seen` stops at variables that refer to themselves (`sql += …`). */
function isProgramText(node, context, seen = new Set()) {
  const { sourceCode } = context;
  const ok = (child) => isProgramText(child, context, seen);
  switch (node?.type) {
    case 'Literal':
      return true;
    case 'TemplateLiteral':
      return node.expressions.every(ok);
    case 'TaggedTemplateExpression':
      return node.quasi.expressions.every(ok);
    case 'BinaryExpression':
    case 'LogicalExpression':
      return ok(node.left) && ok(node.right);
    case 'ConditionalExpression':
      return ok(node.consequent) && ok(node.alternate);
    case 'ArrayExpression':
      return node.elements.every((element) => ok(element?.type === 'SpreadElement' ? element.argument : element));
    case 'ObjectExpression':
      return node.properties.every((property) => property.type === 'Property' && !property.computed);
    case 'TSAsExpression':
    case 'TSNonNullExpression':
    case 'TSSatisfiesExpression':
    case 'ChainExpression':
      return ok(node.expression);
    case 'ArrowFunctionExpression':
      return node.body.type !== 'BlockStatement' && ok(node.body);
    case 'MemberExpression':
      if (isOwn(node) || (!node.computed && node.property.name === 'length')) return true;
      if (!node.computed && isConstantName(node.property.name)) return true; // a static constant of a class
      return node.object.type === 'Identifier' && (isConstantName(node.object.name) || isConstantObject(node.object, context));
    case 'CallExpression':
      return isHarmlessCall(node, ok);
    case 'Identifier':
      return isConstantName(node.name) || isTextVariable(variableOf(sourceCode.getScope(node), node.name), context, seen);
    default:
      return false;
  }
}

/** `this`, `this.access`, or the conditions of a domain handed to a helper as `access`: one instance for everybody. */
const isOwn = (node) =>
  node.type === 'ThisExpression' ||
  (node.type === 'Identifier' && node.name === 'access') ||
  (node.type === 'MemberExpression' && !node.computed && node.object.type === 'ThisExpression');

function isHarmlessCall(node, ok) {
  const { callee } = node;
  if (callee.type === 'MemberExpression' && !callee.computed) {
    if (callee.property.name === 'push') return true; // the number of parameters so far
    if (LISTS.has(callee.property.name)) return ok(callee.object) && node.arguments.every(ok);
    return isOwn(callee.object) && node.arguments.every(ok);
  }
  return callee.type === 'Identifier' && (QUOTING.has(callee.name) || node.arguments.every(ok));
}

/** `const sorting = { name: 'c.name' }` in the same file, looked up by a key: still text of the program. */
function isConstantObject(node, context) {
  const definition = variableOf(context.sourceCode.getScope(node), node.name)?.defs[0];
  const value = definition?.node.init;
  const object = value?.type === 'TSAsExpression' || value?.type === 'TSSatisfiesExpression' ? value.expression : value;
  return definition?.type === 'Variable' && definition.parent.kind === 'const' && object?.type === 'ObjectExpression';
}

function isTextVariable(variable, context, seen) {
  const definition = variable?.defs[0];
  if (!definition) return false;
  if (seen.has(variable)) return true;
  seen.add(variable);
  const ok = (node) => isProgramText(node, context, seen);
  if (definition.type === 'Parameter') return isSqlText(definition.name) || isCallbackOfText(definition.node, ok);
  if (definition.type !== 'Variable' || !definition.node.init || definition.node.id.type !== 'Identifier') return false;
  if (!ok(definition.node.init)) return false;
  return variable.references.every(({ identifier, writeExpr }) => (!writeExpr || ok(writeExpr)) && addsOnlyText(identifier, ok));
}

const isSqlText = (name) => name.typeAnnotation?.typeAnnotation?.typeName?.name === 'SqlText';

/** The parameter of `parts.map((part) => …)` is text when the parts are. */
function isCallbackOfText(callback, ok) {
  const call = callback.parent;
  return (
    call?.type === 'CallExpression' &&
    call.callee.type === 'MemberExpression' &&
    LISTS.has(call.callee.property.name) &&
    ok(call.callee.object)
  );
}

/** `conditions.push('c.status = :status')` keeps a list text; `conditions.push(input)` does not. */
function addsOnlyText(identifier, ok) {
  const member = identifier.parent;
  const call = member?.type === 'MemberExpression' && member.object === identifier && member.parent;
  const adds = call?.type === 'CallExpression' && ['push', 'unshift', 'splice'].includes(member.property.name);
  return !adds || call.arguments.every(ok);
}

/** `query` of `tx.query(…)`, `prepared` of `prepared(tx, …)`. */
const nameOf = (callee) =>
  callee.type === 'Identifier' && FUNCTIONS.has(callee.name)
    ? callee.name
    : callee.type === 'MemberExpression' && !callee.computed && METHODS.has(callee.property.name)
      ? callee.property.name
      : undefined;

export default {
  meta: {
    type: 'problem',
    schema: [],
    messages: {
      foreign: 'This argument of {{method}}() is run as SQL: build it from text of the program and pass values as parameters.',
    },
  },
  create(context) {
    return {
      CallExpression(node) {
        const method = nameOf(node.callee);
        const sql = FUNCTIONS.has(method) ? node.arguments[1] : METHODS.has(method) ? node.arguments[0] : undefined;
        if (sql && !isProgramText(sql, context)) context.report({ node: sql, messageId: 'foreign', data: { method } });
      },
    };
  },
};
