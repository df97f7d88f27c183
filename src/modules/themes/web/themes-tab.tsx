/** A tab is a label and a path; it has nothing to show of its own. */
export default function ThemesTab(): null {
  return null
}
