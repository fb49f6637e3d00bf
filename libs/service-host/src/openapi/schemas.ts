/** Schemas that every document has. */
export const problemSchema = {
  type: 'object',
  description: 'RFC 9457 problem (错误说明)',
  required: ['type', 'title', 'titleZh', 'status', 'code', 'instance', 'traceId', 'errors'],
  properties: {
    type: { type: 'string', examples: ['urn:yigongti:problem:request.invalid'] },
    title: { type: 'string' },
    titleZh: { type: 'string' },
    status: { type: 'integer' },
    code: { type: 'string', description: 'Stable; of the first reason (错误码)' },
    detail: { type: 'string' },
    instance: { type: 'string', description: 'Path of the request' },
    traceId: { type: 'string', description: 'To be told to operations (跟踪号)' },
    errors: { type: 'array', items: { $ref: '#/components/schemas/ProblemReason' } },
  },
};

export const problemReasonSchema = {
  type: 'object',
  required: ['code', 'titleZh', 'titleEn'],
  properties: {
    code: { type: 'string' },
    titleZh: { type: 'string' },
    titleEn: { type: 'string' },
    pointer: { type: 'string', description: 'JSON Pointer into the request body or query' },
    parameters: { type: 'object', additionalProperties: { type: ['string', 'number', 'boolean', 'null'] } },
  },
};

export const lineResultSchema = {
  type: 'object',
  description: 'What became of one line, in the order of the lines (每行结果)',
  required: ['line', 'status'],
  properties: {
    line: { type: 'integer', minimum: 1 },
    status: { type: 'string', enum: ['created', 'updated', 'unchanged', 'refused'] },
    id: { type: 'string' },
    errors: { type: 'array', items: { $ref: '#/components/schemas/ProblemReason' } },
  },
};
