import { html, type TemplateResult } from 'lit';
import type { ScenarioName } from '../../../model/control.ts';
import type { PlaygroundTexts } from '../../i18n/playground.ts';

/** Worlds to begin with that nothing is wrong with. */
const beginnings = ['default', 'cluster', 'empty'] as const satisfies readonly ScenarioName[];

/** What the new world begins with. */
export const scenarioChoice = (
  texts: PlaygroundTexts['playground'],
  chosen: ScenarioName,
  choose: (name: ScenarioName) => void,
): TemplateResult => html`<fieldset class="scenarios">
  <legend>${texts.scenario}</legend>
  ${beginnings.map(
    (name) => html`<label
      ><input
        type="radio"
        name="scenario"
        value=${name}
        .checked=${name === chosen}
        @change=${() => {
          choose(name);
        }}
      /><span>${texts.scenarios[name]}</span></label
    >`,
  )}
</fieldset>`;
