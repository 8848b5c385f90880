import { Wallboard } from '../../components/wallboard/wallboard.tsx'
import { pageTitle } from '../page-title.ts'

export const generateMetadata = () => pageTitle('wallboard')

export default function WallboardPage() {
  return <Wallboard />
}
