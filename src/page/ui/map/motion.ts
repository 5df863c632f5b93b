import { css } from 'lit';

/**
 * Lines, the switch on them, and motion that explains; `tokens` lets all of it rest for who asks for that, and then the newest key
 * keeps its ring for a while.
 */
export const motion = css`
  .wire {
    display: block;
    color: var(--quiet);
    background: linear-gradient(var(--way), currentColor 3px, transparent 3px) 0 0 / 9px 9px;
  }
  .wire::after {
    content: '';
    display: block;
    block-size: 100%;
    background-image: linear-gradient(currentColor, currentColor);
    clip-path: var(--undrawn);
  }
  .CONNECTED .wire,
  .solid {
    background: none;
  }
  .CONNECTED .wire::after,
  .solid::after {
    clip-path: inset(0);
  }
  .CONNECTED .wire::after {
    transition: clip-path 0.4s ease-out;
  }
  .CONNECTED .b::after {
    transition-delay: 0.4s;
  }
  .solid,
  .gap {
    color: var(--glass-line);
  }
  .CONNECTING .wire,
  .DISCONNECTING .wire {
    background: linear-gradient(var(--way), currentColor 7px, transparent 7px) 0 0 / 14px 14px;
    animation: flow 0.7s linear infinite;
  }
  .DISCONNECTING .wire {
    animation-direction: reverse;
  }
  .good .wire {
    color: var(--good);
  }
  .moving .wire {
    color: var(--moving);
  }
  .bad .wire {
    color: var(--bad);
  }
  .switch {
    fill: var(--card);
    stroke: currentColor;
    stroke-width: 2.5;
    stroke-linecap: round;
    overflow: visible;
  }
  .connection.good .switch {
    color: var(--good);
  }
  .connection.moving .switch {
    color: var(--moving);
  }
  .connection.bad .switch {
    color: var(--bad);
  }
  .connection.off .switch {
    color: var(--quiet);
  }
  .lever {
    transform-origin: 8px 16px;
    transform: rotate(-24deg);
    transition: transform 0.3s ease-in-out;
  }
  .CONNECTED .lever {
    transform: none;
  }
  .CONNECTING .lever,
  .DISCONNECTING .lever {
    transform: rotate(-9deg);
  }
  .cross {
    display: none;
  }
  .FAILED .cross {
    display: inline;
  }
  .pulse {
    position: absolute;
    inset: calc(50% - 0.25rem) auto auto 0;
    inline-size: 0.5rem;
    block-size: 0.5rem;
    border-radius: 50%;
    background: var(--accent);
    opacity: 0;
    animation: travel 0.7s ease-in-out;
  }
  .fresh:first-child {
    box-shadow: 0 0 0 2px var(--key);
  }
  .fresh {
    animation:
      drop 0.55s cubic-bezier(0.2, 0.9, 0.3, 1.15) backwards,
      fade 3s 0.6s ease-in both;
  }
  .hsm .fresh {
    animation-delay: 0.35s, 0.9s;
  }
  .joined .chip {
    animation: drop 0.5s cubic-bezier(0.2, 0.9, 0.3, 1.1) backwards;
  }
  .joined .chip:nth-child(2) {
    animation-delay: 0.1s;
  }
  .joined .chip:nth-child(3) {
    animation-delay: 0.2s;
  }
  .joined .chip:nth-child(n + 4) {
    animation-delay: 0.3s;
  }
  .arrived {
    animation: appear 0.6s ease-out backwards;
  }
  @keyframes flow {
    to {
      background-position: 14px 14px;
    }
  }
  @keyframes travel {
    from,
    80% {
      opacity: 1;
    }
    to {
      inset-inline-start: 100%;
    }
  }
  @keyframes drop {
    from {
      opacity: 0;
      transform: translateY(-1.75rem);
    }
  }
  @keyframes fade {
    from {
      box-shadow: 0 0 0 2px var(--key);
    }
    to {
      box-shadow: 0 0 0 2px transparent;
    }
  }
  @keyframes appear {
    from {
      opacity: 0;
      transform: scale(0.96);
    }
  }
`;
