/** The bird at rest: one wing, one eye. */
export function Logo({ size = 24 }: { size?: number }) {
  return (
    <svg width={size} height={size} viewBox="0 0 32 32" aria-hidden="true">
      <path
        d="M1 20C7 10 17 6 30 8c-3 1.1-5 2.6-6.1 4.6 2.8.6 4.9 1.8 7 3.8-3.5.2-6.2 1.2-8.5 2.9C17 23.3 8.5 24 1 20z"
        fill="currentColor"
      />
      <circle cx="20" cy="12.9" r="2.3" fill="var(--bg)" />
      <circle cx="20" cy="12.9" r="1.3" fill="var(--accent)" />
    </svg>
  )
}
