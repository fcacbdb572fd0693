import { useId } from 'react'
import { useLibrary } from '../app/DeskContext'
import { Field } from '../ui/Field'
import { folderProblem } from './fileName'

interface FolderFieldProps {
  readonly value: string
  onChange(folder: string): void
  /** Whether the dialog begins here. */
  readonly isFirst?: boolean
}

/** A folder of the library, chosen from those there are or typed anew. */
export function FolderField({ value, onChange, isFirst }: FolderFieldProps) {
  const folders = useLibrary((state) => state.folders)
  const listId = useId()
  const isNew = value !== '' && !folders.includes(value)
  return (
    <Field
      label="Folder"
      problem={folderProblem(value)}
      hint={isNew ? 'This folder will be made.' : 'Leave it empty for the top of the library.'}
    >
      {(ids) => (
        <>
          <input
            {...ids}
            type="text"
            list={listId}
            value={value}
            spellCheck={false}
            autoComplete="off"
            data-autofocus={isFirst || undefined}
            onChange={(event) => onChange(event.target.value)}
          />
          <datalist id={listId}>
            {folders.map((folder) => (
              <option key={folder} value={folder} />
            ))}
          </datalist>
        </>
      )}
    </Field>
  )
}
