import { createRoot } from 'react-dom/client'
import { createClient } from '../../shared/api/client'
import { App } from '../app/App'
import { systemClock } from '../state/clock'
import { createStores } from '../state/desk'
import { problemOf } from '../state/problem'
import '../ui/tokens/base.css'
import { chooseTransport } from './chooseTransport'
import { allowOwnWorkers, trustedTypesOf } from './ownWorkers'
import { StartFailed } from './StartFailed'

allowOwnWorkers(window, trustedTypesOf(window))

const element = document.getElementById('root')
if (element === null) throw new Error('index.html has no element to draw the desk in.')
const root = createRoot(element)

const transport = chooseTransport(window)
const client = createClient(transport)
const stores = createStores()
transport.onConnection((connection) => stores.connection.setState({ connection }))

client.call('app.info', {}).then(
  (host) => root.render(<App desk={{ stores, client, clock: systemClock, host }} />),
  (error: unknown) => root.render(<StartFailed message={problemOf(error)} />),
)
