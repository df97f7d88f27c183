import type { ReactElement } from 'react'

/** A small set of line icons (24 × 24, drawn for Lotse). Decorative: a label always stands beside or in `aria-label`. */
const paths = {
  add: 'M12 5v14M5 12h14',
  alert: 'M12 4 2.5 20h19L12 4Zm0 6v5m0 2.5v.5',
  arrowDown: 'm6 9 6 6 6-6',
  arrowUp: 'm6 15 6-6 6 6',
  back: 'M20 12H4m6-6-6 6 6 6',
  bell: 'M6 17V11a6 6 0 0 1 12 0v6l2 2H4l2-2Zm4 4h4',
  calendar: 'M4 6h16v14H4V6Zm0 5h16M8 3v4m8-4v4',
  cases: 'M3 7h18v13H3V7Zm6 0V4h6v3M3 12h18',
  chart: 'M4 20V4m0 16h16M8 16v-5m4 5V8m4 8v-3',
  check: 'm5 12.5 4.5 4.5L19 7.5',
  clock: 'M12 3a9 9 0 1 0 0 18 9 9 0 0 0 0-18Zm0 4v5l3.5 2',
  close: 'm6 6 12 12M18 6 6 18',
  coins:
    'M12 4c4.4 0 8 1.3 8 3s-3.6 3-8 3-8-1.3-8-3 3.6-3 8-3ZM4 7v5c0 1.7 3.6 3 8 3s8-1.3 8-3V7M4 12v5c0 1.7 3.6 3 8 3s8-1.3 8-3v-5',
  document: 'M6 3h8l4 4v14H6V3Zm8 0v4h4M9 12h6m-6 4h6',
  download: 'M12 4v11m-5-5 5 5 5-5M4 20h16',
  edit: 'm4 20 1-4L16 5l3 3L8 19l-4 1Z',
  external: 'M14 4h6v6m0-6-9 9M10 5H5v14h14v-5',
  eye: 'M2 12s3.5-6 10-6 10 6 10 6-3.5 6-10 6-10-6-10-6Zm10-2.5a2.5 2.5 0 1 0 0 5 2.5 2.5 0 0 0 0-5Z',
  eyeOff: 'M2 12s3.5-6 10-6 10 6 10 6-3.5 6-10 6-10-6-10-6ZM4 4l16 16',
  filter: 'M4 6h16M7 12h10m-7 6h4',
  forward: 'M4 12h16m-6-6 6 6-6 6',
  group:
    'M9 5a3 3 0 1 0 0 6 3 3 0 0 0 0-6Zm-6 15c0-4 2.5-6 6-6s6 2 6 6m1-15a3 3 0 0 1 0 6m1.5 3c2.3.7 3.5 2.7 3.5 6',
  help: 'M12 3a9 9 0 1 0 0 18 9 9 0 0 0 0-18Zm-2.5 6.5a2.5 2.5 0 1 1 3.5 2.3c-.7.3-1 .8-1 1.7m0 3v.5',
  home: 'm4 11 8-7 8 7v9h-5v-6H9v6H4v-9Z',
  inbox: 'M4 4h16v16H4V4Zm0 9h5l1.5 3h3L15 13h5',
  info: 'M12 3a9 9 0 1 0 0 18 9 9 0 0 0 0-18Zm0 8v6m0-9.5V8',
  key: 'M8 11a4 4 0 1 0 0 8 4 4 0 0 0 0-8Zm3 1 9-9m-3 3 3 3m-6 0 2 2',
  keyboard: 'M3 6h18v12H3V6Zm4 4h.01M12 10h.01M17 10h.01M8 14h8',
  lock: 'M6 11h12v9H6v-9Zm3 0V8a3 3 0 0 1 6 0v3',
  map: 'm4 6 5-2 6 2 5-2v14l-5 2-6-2-5 2V6Zm5-2v14m6-12v14',
  menu: 'M4 6h16M4 12h16M4 18h16',
  more: 'M4.5 12h1m6 0h1m6 0h1',
  person: 'M12 4a4 4 0 1 0 0 8 4 4 0 0 0 0-8ZM4 21c0-4.5 3.5-7 8-7s8 2.5 8 7',
  print: 'M7 9V3h10v6M7 17H4V9h16v8h-3M7 14h10v7H7v-7Z',
  question: 'M9 9a3 3 0 1 1 4.2 2.800C12.3 12.2 12 13 12 14m0 3.5v.5',
  refresh: 'M4 12a8 8 0 0 1 14-5l2 2m0-5v5h-5m5 3a8 8 0 0 1-14 5l-2-2m0 5v-5h5',
  search: 'M11 4a7 7 0 1 0 0 14 7 7 0 0 0 0-14Zm5 12 5 5',
  settings: 'M4 7h9m4 0h3M4 17h3m4 0h9M15 4.5v5m-6 5v5',
  share:
    'M6 9a3 3 0 1 0 0 6 3 3 0 0 0 0-6Zm12-6a3 3 0 1 0 0 6 3 3 0 0 0 0-6Zm0 12a3 3 0 1 0 0 6 3 3 0 0 0 0-6ZM8.5 10.5l7-3.5m-7 6.5 7 3.5',
  signOut: 'M14 4h6v16h-6M4 12h11m-4-4 4 4-4 4',
  sortable: 'm8 9 4-4 4 4M8 15l4 4 4-4',
  task: 'M4 4h16v16H4V4Zm4 8 3 3 5-6',
  theme: 'M12 3a9 9 0 1 0 0 18V3Z',
  topic: 'M4 5h16v11H9l-5 4V5Zm4 4h8m-8 3h5',
  trash: 'M4 7h16M9 7V4h6v3M6 7l1 13h10l1-13m-8 4v5m4-5v5',
} as const

export type IconName = keyof typeof paths

interface IconProps {
  name: IconName
  size?: number
  /** Only where the icon stands alone and no text says the same. */
  label?: string
}

export function Icon({ name, size = 20, label }: IconProps): ReactElement {
  const meaning = label ? { role: 'img', 'aria-label': label } : { 'aria-hidden': true as const }
  return (
    <svg className="lt-icon" width={size} height={size} viewBox="0 0 24 24" focusable="false" {...meaning}>
      <path d={paths[name]} />
    </svg>
  )
}
