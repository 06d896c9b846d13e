export { AsideText } from './aside-text';
export { Autosave, type AutosavePhase, type Edition, type Outcome } from './autosave';
export { AutosaveState } from './autosave-state';
export { Autosaves, leaveSafely, type Leavable } from './autosaves';
export { ConflictChoice, type TextPart } from './conflict-choice';
export { contractIssues, validateContract, type ContractIssue } from './contract-issues';
export { dictionaries as editingDictionaries } from './i18n/dictionaries';
export { outcomeOf } from './outcome-of';
export { PathControl, PathControls, controlFor } from './path-control';
