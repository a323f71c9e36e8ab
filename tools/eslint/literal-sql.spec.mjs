import { RuleTester } from 'eslint';
import ts from 'typescript-eslint';
import rule from './literal-sql.mjs';

RuleTester.describe = describe;
RuleTester.it = it;
RuleTester.itOnly = it.only;

const errors = [{ messageId: 'foreign' }];

new RuleTester({ languageOptions: { parser: ts.parser } }).run('literal-sql', rule, {
  valid: [
    `tx.query('select 1')`,
    'tx.query(`select ${COLUMNS} from cases where ${readableCase("c")}`, [id])',
    `const sorting = { name: 'c.name' } as const; function list(q) { return builder.orderBy(sorting[q.sort]); }`,
    `builder.orderBy(descending ? 'c.due desc' : 'c.due')`,
    `repository.find().where({ id: input.id })`,
    'const where = [readable("c")]; const values = []; if (q.s) where.push(`c.s = $${values.push(q.s)}`); tx.query(`select 1 where ${where.join(" and ")}`, values)',
    `let sql = 'select 1'; if (q.a) sql += ' where a = $1'; tx.query(sql, [q.a])`,
    'function readable(alias: SqlText) { return tx.query(`select ${alias}.id`); }',
    'tx.query(`select ${PARTS.map((part) => `c.${part}`).join(", ")}`)',
    'runner.query(`begin; select set_config(1, ${escapeLiteral(token)})`)',
    'function list(q) { const own = this.access.cases("c"); return tx.query(`${select(this.access)} and ${own}`, [q.id]); }',
    `http.get(input)`,
    'prepared(tx, `select ${COLUMNS} from cases where id = $1`, [input.id])',
  ],
  invalid: [
    { code: 'function one(q) { return prepared(tx, `select ${q.columns}`, [q.id]); }', errors },
    { code: 'function list(q) { return tx.query(`select 1 where ${this.access.cases(q.alias)}`); }', errors },
    { code: 'function list(q) { return tx.query(q.text.trim()); }', errors },
    { code: 'function list(q) { return tx.query(q.toString()); }', errors },
    { code: `function list(q) { return builder.orderBy(q.sort); }`, errors },
    { code: 'function list(id) { return tx.query(`select ${id}`); }', errors },
    { code: 'function list(q) { return tx.query(`select ${readable(q.alias)}`); }', errors },
    { code: `function list(q) { const where = ['a']; where.push(q.text); return tx.query(where.join(' and ')); }`, errors },
    { code: `function list(q) { let sql = 'select 1'; sql += q.text; return tx.query(sql); }`, errors },
    { code: `function list(q) { return builder.where({ [q.key]: 1 }); }`, errors },
    { code: `function list(q) { return builder.select(q.columns.map((name) => name)); }`, errors },
  ],
});
