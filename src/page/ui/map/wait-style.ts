import { css } from 'lit';

/** Of `waitBar`. Bars are backgrounds, which forced colours would take away. */
export const waitStyle = css`
  .wait {
    display: grid;
    gap: 0.125rem;
    font-size: 0.875rem;
    line-height: 1.45;
  }
  progress {
    appearance: none;
    inline-size: 100%;
    block-size: 0.375rem;
    margin-block: 0.25rem;
    border: 0;
    border-radius: 1rem;
    overflow: hidden;
    background: var(--line);
    color: var(--moving);
  }
  progress::-webkit-progress-bar {
    background: var(--line);
  }
  progress::-webkit-progress-value {
    background: var(--moving);
  }
  progress::-moz-progress-bar {
    background: var(--moving);
  }
  @media (forced-colors: active) {
    progress {
      --line: Canvas;
      --moving: Highlight;
      forced-color-adjust: none;
      outline: 1px solid CanvasText;
    }
  }
`;
