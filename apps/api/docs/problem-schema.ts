/** Schemas of a refusal, as `Problem` of the shared contract says it. */
export const problemSchemas = {
  ProblemError: {
    type: 'object',
    required: ['pointer', 'code'],
    properties: {
      pointer: { type: 'string', description: 'JSON pointer to the field; `/name` for path and query parameters.' },
      code: {
        type: 'string',
        description: '`required` when it is missing, else the name of the rule: `isEmail`, `maxLength`, `unknownField`.',
      },
    },
  },
  Problem: {
    type: 'object',
    required: ['type', 'title', 'status', 'code', 'instance', 'requestId'],
    properties: {
      type: { type: 'string', description: 'Always `about:blank`; `code` says which problem it is.' },
      title: { type: 'string', description: 'Words of the HTTP status.' },
      status: { type: 'integer' },
      code: { type: 'string', description: 'Stable name of the problem: `case.notFound`.' },
      detail: { type: 'string' },
      instance: { type: 'string', description: 'Path of the refused request.' },
      errors: {
        type: 'array',
        items: { $ref: '#/components/schemas/ProblemError' },
        description: 'All faulty fields of the input at once, each with one code.',
      },
      details: { type: 'object', additionalProperties: true, description: 'Facts that belong to the code.' },
      requestId: { type: 'string', description: 'Finds the request in the log of the server.' },
    },
  },
};

/** A response that is a problem. */
export const problemOf = (description: string) => ({
  description,
  content: { 'application/problem+json': { schema: { $ref: '#/components/schemas/Problem' } } },
});
