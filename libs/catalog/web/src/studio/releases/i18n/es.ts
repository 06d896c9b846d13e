import { type ReleaseWords } from './en';

const es: ReleaseWords = {
  releases: {
    when: {
      legend: 'Cuándo',
      now: 'Ahora',
      later: 'A una hora fijada',
      date: 'Fecha',
      time: 'Hora',
      from: 'Quienes aprenden la ven desde el {{time}}. Es la zona horaria de su dispositivo.',
      errors: {
        missing: 'Diga qué día y a qué hora debe verse',
        passed: 'Elija una hora que aún no haya pasado',
        far: 'Elija una hora dentro de un año a partir de hoy',
      },
    },
    planned: {
      title: 'Previsto',
      from: 'Quienes aprenden la ven desde el {{time}}.',
      outcome_one:
        'Lo que usted publique es más nuevo que lo previsto. Si publica ahora o para antes, la versión {{numbers}} se cancela; si publica para después, ella va primero y la suya la sigue.',
      outcome_other:
        'Lo que usted publique es más nuevo que lo previsto. De las versiones {{numbers}} se cancelan las previstas para la misma hora o más tarde; las anteriores van primero y la suya las sigue.',
      change: 'Cambiar la hora…',
      changeOf: 'Cambiar la hora de la versión {{n}}…',
      cancel: 'Cancelarla',
      cancelOf: 'Cancelar la versión {{n}}',
      save: 'Guardar la hora',
      keep: 'Dejarla como está',
      moved: 'La versión {{n}} está prevista para el {{time}}.',
      now: 'La versión {{n}} está publicada. Todos la ven ya.',
      cancelled: 'La versión {{n}} está cancelada. Queda en el historial y se puede publicar otra vez.',
      order:
        'No se cambió nada. La versión {{n}} también está prevista y las versiones se siguen por su número: elija una hora al otro lado de ella o cancélela primero.',
      late: 'No se cambió nada: esta versión ya no está prevista. Abajo está su estado actual.',
      failed: 'No se cambió nada. Revise la conexión e intente de nuevo.',
    },
    issue: {
      plan: 'Prever la versión {{n}}',
      planning: 'Guardando…',
      planned: 'La versión {{n}} está prevista',
      plannedBody:
        'Quienes aprenden la ven desde el {{time}}. Hasta entonces puede cambiar la hora o cancelarla, aquí y en el historial.',
    },
    history: {
      compare: 'Comparar con lo que todos ven ahora',
      compareOf: 'Comparar la versión {{n}} con lo que todos ven ahora',
      compareAny: 'Comparar dos versiones',
      again: 'Publicarla otra vez…',
      againOf: 'Publicar otra vez la versión {{n}}…',
      source: 'Muestra otra vez lo que mostraba la versión {{n}}.',
      from: 'Visible desde el {{time}}',
      more: 'Mostrar versiones anteriores',
      state: { planned: 'Prevista', current: 'Lo que todos ven ahora', past: '', cancelled: 'Cancelada, nunca vista' },
    },
    again: {
      title: 'Publicar otra vez la versión {{n}}',
      lede: 'Quienes aprenden verán exactamente lo que mostraba la versión {{source}}: los mismos textos, el mismo archivo de cada grabación y la misma versión de cada cuestionario. Recibe el número {{n}}. Su borrador queda como está.',
      changes: 'Qué verán distinto quienes aprenden',
      same: 'No cambiaría nada',
      sameBody: 'Ya se ve exactamente lo que mostraba la versión {{n}}.',
      stopped: 'Antes de publicarla',
      submit: 'Publicar como versión {{n}}',
      moved:
        'Algo se publicó o se previó desde que usted abrió esta página, así que no se publicó nada. Abajo está la nueva revisión: léala y publique.',
      draft: 'Esto no cambia el borrador.',
    },
    compare: {
      title: 'Comparar dos versiones',
      lede: 'En qué se distingue la segunda de la primera para quien lee.',
      from: 'Primera',
      to: 'Segunda',
      option: 'Versión {{n}}, {{date}}',
      swap: 'Invertir',
      none: 'Para quien lee las dos son iguales',
      noneBody: 'Ni un texto, ni el orden, ni una regla se distinguen entre la versión {{from}} y la versión {{to}}.',
      changes_one: '{{n}} diferencia',
      changes_other: '{{n}} diferencias',
      one: 'Solo hay una versión',
      oneBody: 'En cuanto haya una segunda, aquí se podrán comparar.',
    },
    rule: {
      read: 'Leer hasta el final',
      watch: 'Ver el {{required}} %',
      unproven: 'Ver el {{required}} %, también sin conexión',
      pass: 'Aprobar el cuestionario',
    },
    file: 'Archivo {{n}}',
  },
};
export default es;
