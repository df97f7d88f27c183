import { useId, type ButtonHTMLAttributes, type ReactElement, type ReactNode, type Ref } from 'react'

import { Icon, type IconName } from './icon.tsx'
import { toast } from './toast.ts'

export interface ButtonProps extends Omit<
  ButtonHTMLAttributes<HTMLButtonElement>,
  'disabled' | 'className' | 'style'
> {
  /** A verb and its object: „Kontakt speichern“. */
  children: ReactNode
  /** One primary button a screen. */
  variant?: 'primary' | 'secondary' | 'tertiary' | 'danger'
  size?: 'default' | 'small'
  icon?: IconName
  /** Shows the icon only; `children` stays the accessible name. */
  iconOnly?: boolean
  /** Work is under way: the button stays focusable and ignores clicks. */
  busy?: boolean
  block?: boolean
  disabled?: boolean
  /** Why the action is not possible now. The button stays focusable and says it when pressed. */
  disabledReason?: string | undefined
  ref?: Ref<HTMLButtonElement>
}

export function Button(props: ButtonProps): ReactElement {
  const { children, variant = 'secondary', size = 'default', icon, iconOnly, busy, block, ...rest } = props
  const { disabled, disabledReason, onClick, type = 'button', ...native } = rest
  const reasonId = useId()
  const blocked = busy || Boolean(disabledReason)
  return (
    <button
      {...native}
      type={blocked ? 'button' : type}
      disabled={disabled}
      aria-disabled={blocked || undefined}
      aria-busy={busy || undefined}
      aria-describedby={disabledReason ? reasonId : native['aria-describedby']}
      title={iconOnly && typeof children === 'string' ? children : native.title}
      className={classesOf(variant, size, block, iconOnly)}
      onClick={(event) => {
        if (disabledReason) toast(disabledReason, 'info')
        else if (!busy) onClick?.(event)
      }}
    >
      {icon && <Icon name={icon} size={size === 'small' ? 18 : 20} />}
      <span className={iconOnly ? 'kern-sr-only' : 'kern-label'}>{children}</span>
      {busy && <span className="lt-spinner" aria-hidden="true" />}
      {disabledReason && (
        <span id={reasonId} hidden>
          {disabledReason}
        </span>
      )}
    </button>
  )
}

function classesOf(
  variant: NonNullable<ButtonProps['variant']>,
  size: NonNullable<ButtonProps['size']>,
  block?: boolean,
  iconOnly?: boolean,
): string {
  const kern = variant === 'danger' ? 'kern-btn--secondary lt-btn--danger' : `kern-btn--${variant}`
  return [
    'kern-btn',
    kern,
    size === 'small' && 'lt-btn--small',
    block && 'kern-btn--block',
    iconOnly && 'lt-btn--icon',
  ]
    .filter(Boolean)
    .join(' ')
}
