import { chooseLanguage } from './i18n/languages.ts';
import { startPlayground } from './ui/playground/app.ts';

/** The playground, index.html. */
const root = document.querySelector<HTMLElement>('#app');
const language = chooseLanguage(new URLSearchParams(location.search).get('lang'), navigator.languages);
if (root) await startPlayground(root, language);
