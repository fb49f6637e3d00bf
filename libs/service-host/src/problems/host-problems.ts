import type { ProblemDefinition } from './problem.ts';

const define = (code: string, status: number, titleZh: string, titleEn: string): ProblemDefinition =>
  Object.freeze({ code, status, titleZh, titleEn });

/** Every problem that a service can answer with before or beside its own rules. Listed in docs/api/problems.md. */
export const hostProblems = {
  invalid: define('request.invalid', 400, '请求内容不符合要求', 'The request does not have the required shape'),
  unreadable: define('request.unreadable', 400, '请求无法解析', 'The request cannot be parsed'),
  bodyMissing: define('request.body-missing', 400, '缺少请求体', 'The request body is missing'),
  keyMissing: define(
    'request.idempotency-key-missing',
    400,
    '缺少 Idempotency-Key 请求头',
    'The header Idempotency-Key is missing',
  ),
  keyInvalid: define(
    'request.idempotency-key-invalid',
    400,
    'Idempotency-Key 须为 1 至 200 个可见 ASCII 字符',
    'Idempotency-Key must be 1 to 200 visible ASCII characters',
  ),
  correlationInvalid: define(
    'request.correlation-id-invalid',
    400,
    'X-Correlation-Id 须为小写 UUID',
    'X-Correlation-Id must be a lower-case UUID',
  ),
  ifMatchInvalid: define(
    'request.if-match-invalid',
    400,
    'If-Match 须为形如 "3" 的版本号',
    'If-Match must be one version such as "3"',
  ),
  cursorInvalid: define('request.cursor-invalid', 400, '分页游标无效', 'The cursor is not one that this list handed out'),
  uuidInvalid: define('request.is-uuid', 400, '路径参数须为小写 UUID', 'The path parameter must be a lower-case UUID'),
  codeInvalid: define('request.is-code', 400, '路径参数须为有效编码', 'The path parameter must be a code'),
  tokenMissing: define('access.token-missing', 401, '缺少访问令牌', 'An access token is required'),
  tokenExpired: define('access.token-expired', 401, '访问令牌已过期', 'The access token has expired'),
  tokenInvalid: define('access.token-invalid', 401, '访问令牌无效', 'The access token is not valid here'),
  denied: define('access.denied', 403, '未授权的操作', 'Nobody has been granted this route'),
  scopeMissing: define('access.scope-missing', 403, '令牌缺少所需权限范围', 'The token lacks the scope of this route'),
  roleDenied: define('access.role-denied', 403, '该角色不可执行此操作', 'The role may not do this'),
  unknownRoute: define('route.unknown', 404, '路径不存在', 'There is nothing at this path'),
  methodNotAllowed: define('route.method-not-allowed', 405, '该路径不支持此方法', 'The path does not know this method'),
  tooLarge: define('request.too-large', 413, '请求体过大', 'The request body is too large'),
  mediaType: define('request.media-type', 415, '不支持的内容类型或字符集', 'The media type or charset is not supported'),
  ifMatchMissing: define('request.if-match-missing', 428, '缺少 If-Match 请求头', 'The header If-Match is required'),
  tooMany: define('request.too-many', 429, '请求过于频繁', 'Too many requests'),
  fault: define('service.fault', 500, '服务内部错误', 'The service failed; the trace id tells operations where'),
  databaseAway: define('service.database-away', 503, '数据库暂不可用', 'The database is not reachable at the moment'),
  databaseBusy: define(
    'service.database-busy',
    503,
    '数据库繁忙，请稍后重试',
    'The database was too busy with other changes; nothing was written',
  ),
  databaseFull: define(
    'service.database-full',
    503,
    '数据库磁盘空间不足，未写入任何内容',
    'The disk of the database is full; nothing was written',
  ),
  issuerAway: define('service.issuer-away', 503, '身份服务暂不可用', "The issuer's keys cannot be fetched at the moment"),
  stopping: define('service.stopping', 503, '服务正在停止', 'The service is stopping'),
} as const;
