import { css } from 'lit';

/** A link that leads on to what one most often comes for: it looks like the button that it is beside others of its kind. */
export const primaryLink = css`
  a.primary {
    display: inline-block;
    padding: 0.375rem 0.875rem;
    font-weight: 600;
    font-size: 0.9375rem;
    text-decoration: none;
    color: var(--on-accent);
    background: var(--accent);
    border: 1px solid var(--accent);
    border-radius: 0.5rem;
  }
`;
