import { useState, type ReactElement } from 'react'

import { CodeForm } from './code-form.tsx'
import { PasswordForm } from './password-form.tsx'
import { SignInForm, type Signing } from './sign-in-form.tsx'

/** Sign-in in up to three steps: password, second factor (or setting it up), a new password when it is due. */
export function SignIn({ onSignedIn }: { onSignedIn: () => void }): ReactElement {
  const [signing, setSigning] = useState<Signing>()
  const next = (state: Signing) => {
    if (state.state === 'open' && !state.mustChangePassword) onSignedIn()
    else setSigning(state)
  }
  if (!signing) return <SignInForm onDone={next} />
  if (signing.state !== 'open') {
    return (
      <CodeForm
        enrolment={signing.enrolment}
        onDone={(state) => next({ ...state, password: signing.password })}
        onCancel={() => setSigning(undefined)}
      />
    )
  }
  return <PasswordForm current={signing.password} onDone={onSignedIn} />
}
