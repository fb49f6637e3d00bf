import { attributes, block, codeOf, label, orNull, unrestricted } from '../fields.ts';

export const catalogueEntry = unrestricted(
  block(
    {
      code: unrestricted(codeOf('Code, unique in the catalogue (编码)')),
      nameZh: unrestricted(label('What it means, in Chinese (名称)')),
      nameEn: orNull(unrestricted(label('What it means, in English'))),
      attributes: unrestricted(attributes('Further attributes, by name; decimals as text (属性)')),
    },
    'One code of the catalogue (条目)',
  ),
);
