interface ConstraintTitle {
  readonly code: string;
  readonly titleZh: string;
  readonly titleEn: string;
}

/** Names that read better than class-validator's own. */
const renamed: Readonly<Record<string, string>> = {
  whitelistValidation: 'unknown-field',
  unknownValue: 'unknown-value',
  isDefined: 'required',
  isNotEmpty: 'required',
};

const titles: Readonly<Record<string, readonly [zh: string, en: string]>> = {
  'unknown-field': ['未知字段', 'Unknown field'],
  'unknown-value': ['未知内容', 'Unknown value'],
  required: ['必填', 'Required'],
  'is-string': ['须为字符串', 'Must be a string'],
  'is-int': ['须为整数', 'Must be an integer'],
  'is-number': ['须为数字', 'Must be a number'],
  'is-boolean': ['须为布尔值', 'Must be true or false'],
  'is-array': ['须为数组', 'Must be an array'],
  'is-object': ['须为对象', 'Must be an object'],
  'is-in': ['不在取值范围内', 'Not one of the allowed values'],
  'is-enum': ['不在取值范围内', 'Not one of the allowed values'],
  'is-uuid': ['须为 UUID', 'Must be a UUID'],
  'is-business-date': ['须为 YYYY-MM-DD 日期', 'Must be a date YYYY-MM-DD'],
  'is-month': ['须为 YYYY-MM 月份', 'Must be a month YYYY-MM'],
  'is-instant': ['须为带时区的 RFC 3339 时间', 'Must be an RFC 3339 instant with offset'],
  'is-decimal-text': ['须为十进制字符串', 'Must be a decimal string'],
  'is-code': ['须为 1 至 64 位编码', 'Must be a code of 1 to 64 letters, digits, dots or hyphens'],
  'is-diagnosis-code': ['须为医保版 ICD-10 编码', 'Must be an ICD-10 code of the insurance edition'],
  'is-source-number': ['须为 1 至 64 位可见字符', 'Must be 1 to 64 printable characters without spaces'],
  'is-text-record': ['须为文本键值对', 'Must be an object of texts'],
  'is-fen': ['须为以分计的整数金额', 'Must be an integer amount in fen'],
  matches: ['格式不符', 'Does not have the required format'],
  min: ['小于下限', 'Below the lowest allowed value'],
  max: ['大于上限', 'Above the highest allowed value'],
  'is-length': ['长度不符', 'Has the wrong length'],
  'min-length': ['过短', 'Too short'],
  'max-length': ['过长', 'Too long'],
  'array-min-size': ['项数过少', 'Too few items'],
  'array-max-size': ['项数过多', 'Too many items'],
  'array-unique': ['含重复项', 'Has the same item twice'],
  'array-not-empty': ['不能为空数组', 'Must have at least one item'],
  'nested-validation': ['内部结构不符', 'Must be an object of the documented shape'],
};

/** Every code that a fault of shape can have in our DTOs, for the page of problems. */
export const constraintTitles = titles;

export function titleOfConstraint(constraint: string): ConstraintTitle {
  const code = renamed[constraint] ?? constraint.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`);
  const [titleZh, titleEn] = titles[code] ?? ['不符合要求', 'Does not meet its constraint'];
  return { code, titleZh, titleEn };
}
