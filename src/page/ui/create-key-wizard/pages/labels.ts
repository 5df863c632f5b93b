import { html, type TemplateResult } from 'lit';
import { pairRows } from '../../pairs.ts';
import { faultOf, type Desk } from '../desk.ts';
import { line, note, section } from '../parts.ts';

/** Steps 12 and 13 of the source document: alias, description, tags. */
export function labelsPage(desk: Desk): TemplateResult {
  const { texts, draft, host, change, set } = desk;
  return html`${note(desk, texts.public)}
    <div class="narrow fields">
      ${line(desk, 'alias', texts.alias, draft.alias, (alias) => {
        // One that was pasted with its prefix is not given two.
        change({ alias: alias.replace(/^alias\//, '') });
      }, { prefix: 'alias/', hint: texts.aliasHint, required: true })}
      ${line(desk, 'description', texts.description, draft.Description, (Description) => {
        change({ Description });
      })}
    </div>
    ${section(
      'tags-title',
      texts.tagsTitle,
      texts.tagsHint,
      html`<div class="narrow">
        ${pairRows(host, 'tags', draft.tags, texts.tags, (to) => {
          set((now) => ({ ...now, tags: to(now.tags) }));
        }, (row) => faultOf(desk, `tag-${String(row)}`))}
        ${faultOf(desk, 'tags') ? html`<p class="bad small">${faultOf(desk, 'tags')}</p>` : ''}
      </div>`,
    )}`;
}
