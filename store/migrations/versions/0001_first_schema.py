"""first schema"""

import sqlalchemy as sa
import sqlmodel
from alembic import op
import store.columns


revision = '0001'
down_revision = None
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_table('article',
    sa.Column('id', sa.String(length=64), nullable=False, comment='from the canonical key alone'),
    sa.Column('canonical_key', sa.String(length=400), nullable=False, comment='engine, host and the numbers that matter'),
    sa.Column('source_id', sa.String(length=80), nullable=False, comment='catalogue id of the outlet'),
    sa.Column('family', sa.String(length=40), nullable=False, comment='engine that made the page'),
    sa.Column('channel', sa.String(length=10), nullable=False, comment='news or board'),
    sa.Column('url', sa.Text(), nullable=False, comment='address it was read at'),
    sa.Column('title', sa.Text(), nullable=False, comment="as shown, without the outlet's tail"),
    sa.Column('text', sa.Text(), nullable=False, comment='body, one block a line, private data masked by the same count of characters'),
    sa.Column('published_at', store.columns.UtcDateTime(timezone=True), nullable=True, comment="when the page says it was published"),
    sa.Column('date_only', sa.Boolean(), nullable=False),
    sa.Column('byline', sa.String(length=200), nullable=True, comment="reporter; never a board's nickname"),
    sa.Column('board', sa.String(length=200), nullable=True, comment='board or section'),
    sa.Column('category', sa.String(length=200), nullable=True, comment='category on that board'),
    sa.Column('attachments', sa.JSON(), nullable=False, comment='names of attached files'),
    sa.Column('comments', sa.Integer(), nullable=True, comment='how many comments; their texts are not kept'),
    sa.Column('first_seen_at', store.columns.UtcDateTime(timezone=True), nullable=False, comment='when we first read it'),
    sa.Column('changed_at', store.columns.UtcDateTime(timezone=True), nullable=False, comment='when its read values last changed'),
    sa.Column('revision', sa.Integer(), nullable=False, comment='counts from 1'),
    sa.Column('digest', sa.String(length=64), nullable=False, comment='of the read values'),
    sa.Column('state', sa.String(length=10), nullable=False, comment='live, gone or closed'),
    sa.PrimaryKeyConstraint('id'),
    sa.UniqueConstraint('canonical_key')
    )
    op.create_index(op.f('ix_article_first_seen_at'), 'article', ['first_seen_at'], unique=False)
    op.create_index(op.f('ix_article_published_at'), 'article', ['published_at'], unique=False)
    op.create_index(op.f('ix_article_source_id'), 'article', ['source_id'], unique=False)
    op.create_table('event',
    sa.Column('id', sa.String(length=64), nullable=False, comment='minted from the founding finding'),
    sa.Column('uid', sa.String(length=120), nullable=False, comment='iCalendar UID'),
    sa.Column('sequence', sa.Integer(), nullable=False, comment='iCalendar SEQUENCE'),
    sa.Column('title', sa.Text(), nullable=False, comment='as it stands'),
    sa.Column('start', store.columns.MomentText(length=32), nullable=True, comment='as it stands'),
    sa.Column('status', sa.String(length=12), nullable=False, comment='as it stands'),
    sa.Column('values', sa.JSON(), nullable=False, comment='all fields as they stand'),
    sa.Column('history', sa.JSON(), nullable=False, comment='who said what of each field, with which words'),
    sa.PrimaryKeyConstraint('id'),
    sa.UniqueConstraint('uid')
    )
    op.create_index(op.f('ix_event_start'), 'event', ['start'], unique=False)
    op.create_table('fetch_memory',
    sa.Column('url', sa.String(length=2000), nullable=False, comment='address'),
    sa.Column('source_id', sa.String(length=80), nullable=False, comment='outlet'),
    sa.Column('fetched_at', store.columns.UtcDateTime(timezone=True), nullable=False, comment='last time'),
    sa.Column('status', sa.Integer(), nullable=True, comment='HTTP status'),
    sa.Column('etag', sa.String(length=400), nullable=True, comment='validator'),
    sa.Column('last_modified', sa.String(length=80), nullable=True, comment='validator'),
    sa.Column('body_digest', sa.String(length=64), nullable=True, comment='of the bytes'),
    sa.Column('canonical_key', sa.String(length=400), nullable=True, comment='the document behind the address'),
    sa.Column('outcome', sa.String(length=40), nullable=False, comment="article, listing or the refusal's name"),
    sa.Column('failures', sa.Integer(), nullable=False, comment='in a row'),
    sa.PrimaryKeyConstraint('url')
    )
    op.create_index(op.f('ix_fetch_memory_canonical_key'), 'fetch_memory', ['canonical_key'], unique=False)
    op.create_index(op.f('ix_fetch_memory_source_id'), 'fetch_memory', ['source_id'], unique=False)
    op.create_table('judgement',
    sa.Column('id', sa.Integer(), nullable=False),
    sa.Column('subject', sa.String(length=14), nullable=False, comment='article, event or organisation'),
    sa.Column('left_id', sa.String(length=64), nullable=False, comment='the smaller id'),
    sa.Column('right_id', sa.String(length=64), nullable=False, comment='the greater id'),
    sa.Column('verdict', sa.String(length=10), nullable=False, comment='same, different, unsure'),
    sa.Column('score', sa.Float(), nullable=False, comment='0 to 1'),
    sa.Column('reasons', sa.JSON(), nullable=False, comment='why'),
    sa.Column('by', sa.String(length=80), nullable=False, comment='rule:<name> or person:<who>'),
    sa.Column('at', store.columns.UtcDateTime(timezone=True), nullable=False, comment='when it was said'),
    sa.Column('withdrawn_at', store.columns.UtcDateTime(timezone=True), nullable=True, comment='when it was taken back'),
    sa.PrimaryKeyConstraint('id')
    )
    op.create_index(op.f('ix_judgement_right_id'), 'judgement', ['right_id'], unique=False)
    op.create_index('judgement_live', 'judgement', ['subject', 'left_id', 'right_id'], unique=True, sqlite_where=sa.text('withdrawn_at IS NULL'), postgresql_where=sa.text('withdrawn_at IS NULL'))
    op.create_table('organisation',
    sa.Column('id', sa.String(length=64), nullable=False, comment='minted from the founding finding'),
    sa.Column('name', sa.String(length=600), nullable=False, comment='fullest name'),
    sa.Column('type', sa.String(length=40), nullable=False, comment='one of the 17 kinds'),
    sa.Column('region', sa.String(length=60), nullable=True, comment='시도 시군구'),
    sa.Column('names', sa.JSON(), nullable=False, comment='spelling → documents'),
    sa.Column('first_seen_at', store.columns.UtcDateTime(timezone=True), nullable=True, comment='first mention'),
    sa.Column('last_seen_at', store.columns.UtcDateTime(timezone=True), nullable=True, comment='last mention'),
    sa.PrimaryKeyConstraint('id')
    )
    op.create_index(op.f('ix_organisation_name'), 'organisation', ['name'], unique=False)
    op.create_table('request',
    sa.Column('id', sa.Integer(), nullable=False),
    sa.Column('round_id', sa.String(length=64), nullable=False, comment='its round'),
    sa.Column('url', sa.Text(), nullable=False, comment='address'),
    sa.Column('at', store.columns.UtcDateTime(timezone=True), nullable=False, comment='when'),
    sa.Column('decision', sa.String(length=60), nullable=False, comment='what was done'),
    sa.Column('status', sa.Integer(), nullable=True, comment='HTTP status'),
    sa.Column('detail', sa.Text(), nullable=False, comment='why'),
    sa.PrimaryKeyConstraint('id')
    )
    op.create_index(op.f('ix_request_round_id'), 'request', ['round_id'], unique=False)
    op.create_table('round',
    sa.Column('id', sa.String(length=64), nullable=False, comment='source and start'),
    sa.Column('source_id', sa.String(length=80), nullable=False, comment='the source'),
    sa.Column('started_at', store.columns.UtcDateTime(timezone=True), nullable=False, comment='start'),
    sa.Column('finished_at', store.columns.UtcDateTime(timezone=True), nullable=False, comment='end'),
    sa.Column('outcome', sa.String(length=10), nullable=False, comment='good, quiet, broken'),
    sa.Column('detail', sa.Text(), nullable=False, comment='one sentence when broken'),
    sa.Column('pages', sa.Integer(), nullable=False, comment='pages asked for'),
    sa.Column('counts', sa.JSON(), nullable=False, comment='they add up to pages'),
    sa.PrimaryKeyConstraint('id')
    )
    op.create_index(op.f('ix_round_source_id'), 'round', ['source_id'], unique=False)
    op.create_index(op.f('ix_round_started_at'), 'round', ['started_at'], unique=False)
    op.create_table('run',
    sa.Column('id', sa.String(length=64), nullable=False, comment='start and a random tail'),
    sa.Column('started_at', store.columns.UtcDateTime(timezone=True), nullable=False, comment='start'),
    sa.Column('finished_at', store.columns.UtcDateTime(timezone=True), nullable=True, comment='end'),
    sa.Column('outcome', sa.String(length=10), nullable=False, comment='running, good, stopped, broken'),
    sa.Column('by', sa.String(length=20), nullable=False, comment='plain or prefect'),
    sa.Column('stages', sa.JSON(), nullable=False, comment='tally of each stage'),
    sa.Column('detail', sa.Text(), nullable=False, comment='one sentence when it was not good'),
    sa.PrimaryKeyConstraint('id')
    )
    op.create_index(op.f('ix_run_started_at'), 'run', ['started_at'], unique=False)
    op.create_table('source_state',
    sa.Column('source_id', sa.String(length=80), nullable=False, comment='catalogue id'),
    sa.Column('next_due_at', store.columns.UtcDateTime(timezone=True), nullable=True, comment='not asked before'),
    sa.Column('last_round_at', store.columns.UtcDateTime(timezone=True), nullable=True, comment='last round'),
    sa.Column('last_good_at', store.columns.UtcDateTime(timezone=True), nullable=True, comment='last good round'),
    sa.Column('newest_published_at', store.columns.UtcDateTime(timezone=True), nullable=True, comment='newest article'),
    sa.Column('failures', sa.Float(), nullable=False, comment='weighted, in a row'),
    sa.Column('robots', sa.JSON(), nullable=False, comment='cached rules'),
    sa.Column('note', sa.Text(), nullable=False, comment='last complaint'),
    sa.PrimaryKeyConstraint('source_id')
    )
    op.create_table('story',
    sa.Column('id', sa.String(length=64), nullable=False, comment='minted from the founding article'),
    sa.Column('first_published_at', store.columns.UtcDateTime(timezone=True), nullable=True, comment='earliest text'),
    sa.PrimaryKeyConstraint('id')
    )
    op.create_index(op.f('ix_story_first_published_at'), 'story', ['first_published_at'], unique=False)
    op.create_table('successor',
    sa.Column('old_id', sa.String(length=64), nullable=False, comment='an id that was minted once'),
    sa.Column('new_id', sa.String(length=64), nullable=False, comment='the id that answers now'),
    sa.Column('subject', sa.String(length=14), nullable=False, comment='story, event or organisation'),
    sa.PrimaryKeyConstraint('old_id')
    )
    op.create_index(op.f('ix_successor_new_id'), 'successor', ['new_id'], unique=False)
    op.create_table('event_finding',
    sa.Column('id', sa.String(length=64), nullable=False, comment='article id, «-e», position'),
    sa.Column('article_id', sa.String(length=64), nullable=False, comment='the article'),
    sa.Column('position', sa.Integer(), nullable=False, comment='in the order of the text'),
    sa.Column('title', sa.Text(), nullable=False, comment='as a person would list it'),
    sa.Column('start', store.columns.MomentText(length=32), nullable=True, comment='first day or minute'),
    sa.Column('end', store.columns.MomentText(length=32), nullable=True, comment='last day or minute'),
    sa.Column('role', sa.String(length=12), nullable=False, comment='main or background'),
    sa.Column('status', sa.String(length=12), nullable=False, comment='scheduled, held, postponed, cancelled, recurring'),
    sa.Column('application_deadline', store.columns.MomentText(length=32), nullable=True, comment='last moment to apply'),
    sa.Column('values', sa.JSON(), nullable=False, comment='all fields of the event, with evidence spans and rules'),
    sa.ForeignKeyConstraint(['article_id'], ['article.id'], ondelete='CASCADE'),
    sa.PrimaryKeyConstraint('id')
    )
    op.create_index(op.f('ix_event_finding_application_deadline'), 'event_finding', ['application_deadline'], unique=False)
    op.create_index(op.f('ix_event_finding_article_id'), 'event_finding', ['article_id'], unique=False)
    op.create_index(op.f('ix_event_finding_start'), 'event_finding', ['start'], unique=False)
    op.create_table('fact_finding',
    sa.Column('id', sa.String(length=64), nullable=False, comment='article id, «-f», position'),
    sa.Column('article_id', sa.String(length=64), nullable=False, comment='the article'),
    sa.Column('position', sa.Integer(), nullable=False, comment='in the order of the text'),
    sa.Column('subject', sa.Text(), nullable=True, comment='who or what'),
    sa.Column('measure', sa.Text(), nullable=True, comment='what is counted'),
    sa.Column('value', sa.Float(), nullable=False, comment='the plain number'),
    sa.Column('unit', sa.String(length=40), nullable=True, comment='명, 개, KRW, EUR, %'),
    sa.Column('as_of', sa.String(length=40), nullable=True, comment='as of when'),
    sa.Column('surface', sa.Text(), nullable=False, comment='the words'),
    sa.Column('span', sa.JSON(), nullable=False, comment='where they stand'),
    sa.Column('rule', sa.String(length=60), nullable=False, comment='what found it'),
    sa.ForeignKeyConstraint(['article_id'], ['article.id'], ondelete='CASCADE'),
    sa.PrimaryKeyConstraint('id')
    )
    op.create_index(op.f('ix_fact_finding_article_id'), 'fact_finding', ['article_id'], unique=False)
    op.create_table('organisation_finding',
    sa.Column('id', sa.String(length=64), nullable=False, comment='article id, «-o», position'),
    sa.Column('article_id', sa.String(length=64), nullable=False, comment='the article'),
    sa.Column('position', sa.Integer(), nullable=False, comment='in the order of the text'),
    sa.Column('name', sa.String(length=600), nullable=False, comment='fullest name in the text'),
    sa.Column('type', sa.String(length=40), nullable=False, comment='one of the 17 kinds'),
    sa.Column('aliases', sa.JSON(), nullable=False, comment='other ways the text writes it'),
    sa.Column('mentions', sa.JSON(), nullable=False, comment='spans'),
    sa.Column('rule', sa.String(length=60), nullable=False, comment='what found it'),
    sa.ForeignKeyConstraint(['article_id'], ['article.id'], ondelete='CASCADE'),
    sa.PrimaryKeyConstraint('id')
    )
    op.create_index(op.f('ix_organisation_finding_article_id'), 'organisation_finding', ['article_id'], unique=False)
    op.create_index(op.f('ix_organisation_finding_name'), 'organisation_finding', ['name'], unique=False)
    op.create_table('reading',
    sa.Column('article_id', sa.String(length=64), nullable=False, comment='the article'),
    sa.Column('revision', sa.Integer(), nullable=False, comment='the revision that was read'),
    sa.Column('rules_version', sa.String(length=40), nullable=False, comment='the rules that read it'),
    sa.Column('relevant', sa.Boolean(), nullable=False),
    sa.Column('relevance', sa.JSON(), nullable=False, comment='the reasons'),
    sa.Column('item_kind', sa.String(length=30), nullable=True, comment='event_notice, call, report, policy, people, opinion'),
    sa.Column('sectors', sa.JSON(), nullable=False, comment='fields of the social economy'),
    sa.Column('sido', sa.String(length=20), nullable=True, comment='where the activity happens'),
    sa.Column('sigungu', sa.String(length=40), nullable=True, comment='where the activity happens'),
    sa.Column('region_rule', sa.String(length=60), nullable=False, comment='what decided the region'),
    sa.Column('region_span', sa.JSON(), nullable=True, comment='the words that said so'),
    sa.ForeignKeyConstraint(['article_id'], ['article.id'], ondelete='CASCADE'),
    sa.PrimaryKeyConstraint('article_id')
    )
    op.create_index(op.f('ix_reading_relevant'), 'reading', ['relevant'], unique=False)
    op.create_index(op.f('ix_reading_rules_version'), 'reading', ['rules_version'], unique=False)
    op.create_index(op.f('ix_reading_sido'), 'reading', ['sido'], unique=False)
    op.create_table('revision',
    sa.Column('article_id', sa.String(length=64), nullable=False, comment='the article'),
    sa.Column('number', sa.Integer(), nullable=False, comment='counts from 1'),
    sa.Column('title', sa.Text(), nullable=False, comment='title of this revision'),
    sa.Column('text', sa.Text(), nullable=False, comment='body of this revision, masked'),
    sa.Column('published_at', store.columns.UtcDateTime(timezone=True), nullable=True, comment='as this revision says'),
    sa.Column('digest', sa.String(length=64), nullable=False, comment='of the read values'),
    sa.Column('seen_at', store.columns.UtcDateTime(timezone=True), nullable=False, comment='when we read it'),
    sa.Column('reason', sa.String(length=200), nullable=False, comment='why it was kept'),
    sa.ForeignKeyConstraint(['article_id'], ['article.id'], ondelete='CASCADE'),
    sa.PrimaryKeyConstraint('article_id', 'number')
    )
    op.create_table('story_article',
    sa.Column('article_id', sa.String(length=64), nullable=False, comment='the article'),
    sa.Column('story_id', sa.String(length=64), nullable=False, comment='its story'),
    sa.Column('role', sa.String(length=10), nullable=False, comment='original, reprint or own'),
    sa.ForeignKeyConstraint(['article_id'], ['article.id'], ondelete='CASCADE'),
    sa.ForeignKeyConstraint(['story_id'], ['story.id'], ondelete='CASCADE'),
    sa.PrimaryKeyConstraint('article_id')
    )
    op.create_index(op.f('ix_story_article_story_id'), 'story_article', ['story_id'], unique=False)
    op.create_table('time_finding',
    sa.Column('id', sa.String(length=64), nullable=False, comment='article id, «-t», position'),
    sa.Column('article_id', sa.String(length=64), nullable=False, comment='the article'),
    sa.Column('position', sa.Integer(), nullable=False, comment='in the order of the text'),
    sa.Column('span', sa.JSON(), nullable=False, comment='where the words stand'),
    sa.Column('start', store.columns.MomentText(length=32), nullable=True, comment='first day or minute'),
    sa.Column('end', store.columns.MomentText(length=32), nullable=True, comment='last day or minute'),
    sa.Column('granularity', sa.String(length=20), nullable=False, comment='how fine it is'),
    sa.Column('kind', sa.String(length=20), nullable=False, comment='instant, range, deadline, recurrence'),
    sa.Column('rrule', sa.Text(), nullable=True, comment='RFC 5545'),
    sa.Column('rule', sa.String(length=60), nullable=False, comment='what found it'),
    sa.ForeignKeyConstraint(['article_id'], ['article.id'], ondelete='CASCADE'),
    sa.PrimaryKeyConstraint('id')
    )
    op.create_index(op.f('ix_time_finding_article_id'), 'time_finding', ['article_id'], unique=False)
    op.create_table('event_member',
    sa.Column('finding_id', sa.String(length=64), nullable=False, comment='the finding'),
    sa.Column('event_id', sa.String(length=64), nullable=False, comment='its event'),
    sa.ForeignKeyConstraint(['event_id'], ['event.id'], ondelete='CASCADE'),
    sa.ForeignKeyConstraint(['finding_id'], ['event_finding.id'], ondelete='CASCADE'),
    sa.PrimaryKeyConstraint('finding_id')
    )
    op.create_index(op.f('ix_event_member_event_id'), 'event_member', ['event_id'], unique=False)
    op.create_table('organisation_member',
    sa.Column('finding_id', sa.String(length=64), nullable=False, comment='the finding'),
    sa.Column('organisation_id', sa.String(length=64), nullable=False, comment='its organisation'),
    sa.ForeignKeyConstraint(['finding_id'], ['organisation_finding.id'], ondelete='CASCADE'),
    sa.ForeignKeyConstraint(['organisation_id'], ['organisation.id'], ondelete='CASCADE'),
    sa.PrimaryKeyConstraint('finding_id')
    )
    op.create_index(op.f('ix_organisation_member_organisation_id'), 'organisation_member', ['organisation_id'], unique=False)


def downgrade() -> None:
    op.drop_index(op.f('ix_organisation_member_organisation_id'), table_name='organisation_member')
    op.drop_table('organisation_member')
    op.drop_index(op.f('ix_event_member_event_id'), table_name='event_member')
    op.drop_table('event_member')
    op.drop_index(op.f('ix_time_finding_article_id'), table_name='time_finding')
    op.drop_table('time_finding')
    op.drop_index(op.f('ix_story_article_story_id'), table_name='story_article')
    op.drop_table('story_article')
    op.drop_table('revision')
    op.drop_index(op.f('ix_reading_sido'), table_name='reading')
    op.drop_index(op.f('ix_reading_rules_version'), table_name='reading')
    op.drop_index(op.f('ix_reading_relevant'), table_name='reading')
    op.drop_table('reading')
    op.drop_index(op.f('ix_organisation_finding_name'), table_name='organisation_finding')
    op.drop_index(op.f('ix_organisation_finding_article_id'), table_name='organisation_finding')
    op.drop_table('organisation_finding')
    op.drop_index(op.f('ix_fact_finding_article_id'), table_name='fact_finding')
    op.drop_table('fact_finding')
    op.drop_index(op.f('ix_event_finding_start'), table_name='event_finding')
    op.drop_index(op.f('ix_event_finding_article_id'), table_name='event_finding')
    op.drop_index(op.f('ix_event_finding_application_deadline'), table_name='event_finding')
    op.drop_table('event_finding')
    op.drop_index(op.f('ix_successor_new_id'), table_name='successor')
    op.drop_table('successor')
    op.drop_index(op.f('ix_story_first_published_at'), table_name='story')
    op.drop_table('story')
    op.drop_table('source_state')
    op.drop_index(op.f('ix_run_started_at'), table_name='run')
    op.drop_table('run')
    op.drop_index(op.f('ix_round_started_at'), table_name='round')
    op.drop_index(op.f('ix_round_source_id'), table_name='round')
    op.drop_table('round')
    op.drop_index(op.f('ix_request_round_id'), table_name='request')
    op.drop_table('request')
    op.drop_index(op.f('ix_organisation_name'), table_name='organisation')
    op.drop_table('organisation')
    op.drop_index('judgement_live', table_name='judgement', sqlite_where=sa.text('withdrawn_at IS NULL'), postgresql_where=sa.text('withdrawn_at IS NULL'))
    op.drop_index(op.f('ix_judgement_right_id'), table_name='judgement')
    op.drop_table('judgement')
    op.drop_index(op.f('ix_fetch_memory_source_id'), table_name='fetch_memory')
    op.drop_index(op.f('ix_fetch_memory_canonical_key'), table_name='fetch_memory')
    op.drop_table('fetch_memory')
    op.drop_index(op.f('ix_event_start'), table_name='event')
    op.drop_table('event')
    op.drop_index(op.f('ix_article_source_id'), table_name='article')
    op.drop_index(op.f('ix_article_published_at'), table_name='article')
    op.drop_index(op.f('ix_article_first_seen_at'), table_name='article')
    op.drop_table('article')
