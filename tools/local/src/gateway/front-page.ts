import { serviceParts } from '../stack/parts.ts';

export interface FrontPage {
  readonly county: string;
  readonly issuer: string;
}

/** The page at the gateway's root: where everything is, for a person who has only this address. */
export function frontPage({ county, issuer }: FrontPage): string {
  const rows = serviceParts.map(
    ({ name, labelZh, labelEn }) => `<tr>
  <th scope="row">${labelZh}<br><small>${labelEn}</small></th>
  <td><code>/${name}/v1</code></td>
  <td><a href="/${name}/docs">文档 docs</a></td>
  <td><a href="/${name}/openapi.json">OpenAPI</a></td>
</tr>`,
  );
  return `<!doctype html>
<html lang="zh-CN">
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>医共体 Yigongti</title>
<style>
  body { font: 16px/1.6 system-ui, sans-serif; max-width: 48rem; margin: 3rem auto; padding: 0 1rem; color: #1c2430; }
  table { border-collapse: collapse; width: 100%; }
  th, td { text-align: left; padding: .6rem .8rem; border-bottom: 1px solid #d9dee5; vertical-align: top; }
  small { color: #5a6675; font-weight: normal; }
</style>
<h1>医共体 Yigongti</h1>
<p>县域 county: <code>${escaped(county)}</code> · 令牌签发 token issuer: <a href="${escaped(issuer)}/.well-known/openid-configuration">${escaped(issuer)}</a></p>
<table>
${rows.join('\n')}
</table>
</html>
`;
}

function escaped(text: string): string {
  return text.replace(/[&<>"]/g, (character) => `&#${character.charCodeAt(0)};`);
}
