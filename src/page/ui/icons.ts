import { svg, type SVGTemplateResult } from 'lit';

/** Icons as inline SVG in templates: the CSP allows no other images. Decoration only: what they mean stands beside them. */
export const icon = (paths: SVGTemplateResult): SVGTemplateResult =>
  svg`<svg viewBox="0 0 20 20" width="20" height="20" fill="none" stroke="currentColor" stroke-width="1.6" stroke-linecap="round" stroke-linejoin="round" aria-hidden="true">${paths}</svg>`;

export const keyIcon = icon(svg`<circle cx="6.5" cy="10" r="3" /><path d="M9.5 10h7M14 10v3M16.5 10v2" />`);
export const checkIcon = icon(svg`<path d="M4.5 10.5l3.5 3.5 7.5-8" />`);
export const crossIcon = icon(svg`<path d="M5.5 5.5l9 9M14.5 5.5l-9 9" />`);
export const plusIcon = icon(svg`<path d="M10 4.5v11M4.5 10h11" />`);
export const copyIcon = icon(svg`<rect x="7" y="7" width="9" height="9" rx="1.5" /><path d="M13 4.5H5.5a1 1 0 0 0-1 1V13" />`);
export const warningIcon = icon(svg`<path d="M10 3.5l7 12.5H3z" /><path d="M10 8.5v3.5M10 14v.01" />`);
export const clockIcon = icon(svg`<circle cx="10" cy="10" r="6.5" /><path d="M10 6.5V10l2.5 1.5" />`);
export const carryIcon = icon(svg`<path d="M10 12.5v-9M6.5 6.5L10 3l3.5 3.5M4 11v4.5a1 1 0 0 0 1 1h10a1 1 0 0 0 1-1V11" />`);
export const settingsIcon = icon(svg`<path d="M3.5 6h7M14.5 6h2M3.5 14h2M9.5 14h7" /><circle cx="12.5" cy="6" r="2" /><circle cx="7.5" cy="14" r="2" />`);
