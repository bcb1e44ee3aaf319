import django.db.models.deletion
import seren.foundation.kernel.ids
import seren.foundation.sealing.fields
from django.db import migrations, models


class Migration(migrations.Migration):

    initial = True

    dependencies = [
        ('accounts', '0001_initial'),
        ('provision', '0001_initial'),
    ]

    operations = [
        migrations.CreateModel(
            name='Child',
            fields=[
                ('id', models.UUIDField(default=seren.foundation.kernel.ids.new, editable=False, primary_key=True, serialize=False)),
                ('provider_id', models.UUIDField()),
                ('given_name', models.CharField(max_length=80)),
                ('family_name', models.CharField(max_length=80)),
                ('known_as', models.CharField(max_length=80)),
                ('date_of_birth', models.DateField()),
                ('home_languages', models.JSONField(default=list)),
                ('tint', models.CharField(max_length=8)),
                ('cut', models.CharField(max_length=8)),
                ('known_since', models.DateTimeField()),
            ],
            options={
                'abstract': False,
            },
        ),
        migrations.CreateModel(
            name='Household',
            fields=[
                ('id', models.UUIDField(default=seren.foundation.kernel.ids.new, editable=False, primary_key=True, serialize=False)),
                ('provider_id', models.UUIDField()),
                ('address', seren.foundation.sealing.fields.SealedJSON(null=True, subject='id')),
                ('phone', seren.foundation.sealing.fields.SealedText(null=True, subject='id')),
            ],
            options={
                'abstract': False,
            },
        ),
        migrations.CreateModel(
            name='Order',
            fields=[
                ('id', models.UUIDField(default=seren.foundation.kernel.ids.new, editable=False, primary_key=True, serialize=False)),
                ('provider_id', models.UUIDField()),
                ('kind', models.CharField(choices=[('child-arrangements', 'Child arrangements order'), ('prohibited-steps', 'Prohibited steps order'), ('specific-issue', 'Specific issue order'), ('care', 'Care order'), ('interim-care', 'Interim care order'), ('supervision', 'Supervision order'), ('emergency-protection', 'Emergency protection order'), ('special-guardianship', 'Special guardianship order'), ('non-molestation', 'Non-molestation order'), ('occupation', 'Occupation order'), ('undertaking', 'Undertaking to a court'), ('request', 'Written request of the police or the local authority')], max_length=24)),
                ('details', seren.foundation.sealing.fields.SealedJSON(subject='child_id')),
                ('made_on', models.DateField()),
                ('ends_on', models.DateField(null=True)),
                ('copy_seen_on', models.DateField(null=True)),
                ('recorded_at', models.DateTimeField()),
                ('adult', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='accounts.person')),
                ('child', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='orders', to='families.child')),
                ('recorded_by', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='accounts.person')),
            ],
            options={
                'constraints': [models.CheckConstraint(condition=models.Q(('kind__in', ['child-arrangements', 'prohibited-steps', 'specific-issue', 'care', 'interim-care', 'supervision', 'emergency-protection', 'special-guardianship', 'non-molestation', 'occupation', 'undertaking', 'request'])), name='order_kind_known')],
            },
        ),
        migrations.CreateModel(
            name='Restriction',
            fields=[
                ('id', models.UUIDField(default=seren.foundation.kernel.ids.new, editable=False, primary_key=True, serialize=False)),
                ('provider_id', models.UUIDField()),
                ('code', models.CharField(choices=[('no-collect', 'May not collect'), ('no-contact-at-site', 'No contact at the setting'), ('no-address', 'Address is not told'), ('no-info', 'No information'), ('no-images', 'No pictures'), ('supervised', 'Supervised contact only')], max_length=20)),
                ('basis', models.CharField(choices=[('court-order', 'Court order'), ('undertaking', 'Undertaking to a court'), ('authority', 'Police or local authority'), ('safeguarding', 'Decision of the safeguarding lead'), ('caution', 'Caution, to be decided')], max_length=16)),
                ('reason', seren.foundation.sealing.fields.SealedText(null=True, subject='child_id')),
                ('imposed_at', models.DateTimeField()),
                ('review_on', models.DateField()),
                ('decide_by', models.DateTimeField(null=True)),
                ('decision', seren.foundation.sealing.fields.SealedText(null=True, subject='child_id')),
                ('decided_at', models.DateTimeField(null=True)),
                ('lift_reason', seren.foundation.sealing.fields.SealedText(null=True, subject='child_id')),
                ('lift_asked_at', models.DateTimeField(null=True)),
                ('lifted_at', models.DateTimeField(null=True)),
                ('adult', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='restrictions', to='accounts.person')),
                ('child', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='restrictions', to='families.child')),
                ('decided_by', models.ForeignKey(null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='accounts.person')),
                ('imposed_by', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='accounts.person')),
                ('lift_asked_by', models.ForeignKey(null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='accounts.person')),
                ('lifted_by', models.ForeignKey(null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='accounts.person')),
                ('order', models.ForeignKey(null=True, on_delete=django.db.models.deletion.PROTECT, related_name='restrictions', to='families.order')),
                ('setting', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='provision.setting')),
            ],
            options={
                'constraints': [models.CheckConstraint(condition=models.Q(('code__in', ['no-collect', 'no-contact-at-site', 'no-address', 'no-info', 'no-images', 'supervised'])), name='restriction_code_known'), models.CheckConstraint(condition=models.Q(('basis__in', ['court-order', 'undertaking', 'authority', 'safeguarding', 'caution'])), name='restriction_basis_known'), models.CheckConstraint(condition=models.Q(models.Q(('decided_at__isnull', True), ('decided_by__isnull', True)), models.Q(('decided_at__isnull', False), ('decided_by__isnull', False)), _connector='OR'), name='restriction_decided_by_and_decided_at'), models.CheckConstraint(condition=models.Q(models.Q(('lift_asked_at__isnull', True), ('lift_asked_by__isnull', True)), models.Q(('lift_asked_at__isnull', False), ('lift_asked_by__isnull', False)), _connector='OR'), name='restriction_lift_asked_by_and_lift_asked_at'), models.CheckConstraint(condition=models.Q(models.Q(('lifted_at__isnull', True), ('lifted_by__isnull', True)), models.Q(('lifted_at__isnull', False), ('lifted_by__isnull', False)), _connector='OR'), name='restriction_lifted_by_and_lifted_at'), models.CheckConstraint(condition=models.Q(models.Q(models.Q(('basis__in', ('safeguarding', 'caution')), _negated=True), ('order__isnull', False)), models.Q(models.Q(('basis__in', ('safeguarding', 'caution'))), ('order__isnull', True)), _connector='OR'), name='restriction_has_its_paper'), models.CheckConstraint(condition=models.Q(models.Q(('basis', 'caution'), _negated=True), ('decide_by__isnull', False), _connector='OR'), name='caution_is_decided_by_a_day'), models.CheckConstraint(condition=models.Q(models.Q(('code', 'no-collect'), _negated=True), models.Q(('basis', 'caution'), _negated=True), _connector='OR'), name='nobody_is_sent_away_on_a_word'), models.CheckConstraint(condition=models.Q(('lifted_at__isnull', True), models.Q(('lift_asked_by__isnull', False), models.Q(('lift_asked_by', models.F('lifted_by')), _negated=True)), models.Q(('decide_by__isnull', False), ('decided_at__isnull', True), ('lifted_at__gte', models.F('decide_by')), models.Q(('imposed_by', models.F('lifted_by')), _negated=True)), _connector='OR'), name='restriction_lifted_by_two'), models.UniqueConstraint(condition=models.Q(('lifted_at__isnull', True), ('order__isnull', True)), fields=('adult', 'child', 'code'), name='decided_once'), models.UniqueConstraint(condition=models.Q(('lifted_at__isnull', True), ('order__isnull', False)), fields=('adult', 'child', 'code', 'order'), name='ordered_once')],
            },
        ),
        migrations.CreateModel(
            name='SafetyNote',
            fields=[
                ('id', models.UUIDField(default=seren.foundation.kernel.ids.new, editable=False, primary_key=True, serialize=False)),
                ('provider_id', models.UUIDField()),
                ('from_at', models.DateTimeField()),
                ('until_at', models.DateTimeField(null=True)),
                ('kind', models.CharField(choices=[('allergy', 'Allergy'), ('diet', 'Food'), ('medicine', 'Emergency medicine'), ('intimate-care', 'Intimate care')], max_length=16)),
                ('words', seren.foundation.sealing.fields.SealedText(subject='child_id')),
                ('child', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='safety_notes', to='families.child')),
            ],
            options={
                'constraints': [models.CheckConstraint(condition=models.Q(('kind__in', ['allergy', 'diet', 'medicine', 'intimate-care'])), name='safetynote_kind_known')],
            },
        ),
        migrations.CreateModel(
            name='ShownToFamily',
            fields=[
                ('id', models.UUIDField(default=seren.foundation.kernel.ids.new, editable=False, primary_key=True, serialize=False)),
                ('provider_id', models.UUIDField()),
                ('from_at', models.DateTimeField()),
                ('until_at', models.DateTimeField(null=True)),
                ('adult', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='+', to='accounts.person')),
                ('child', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='+', to='families.child')),
            ],
            options={
                'constraints': [models.UniqueConstraint(condition=models.Q(('until_at__isnull', True)), fields=('child', 'adult'), name='shown_once')],
            },
        ),
        migrations.CreateModel(
            name='Booking',
            fields=[
                ('id', models.UUIDField(default=seren.foundation.kernel.ids.new, editable=False, primary_key=True, serialize=False)),
                ('provider_id', models.UUIDField()),
                ('weekday', models.SmallIntegerField(choices=[(0, 'Monday'), (1, 'Tuesday'), (2, 'Wednesday'), (3, 'Thursday'), (4, 'Friday'), (5, 'Saturday'), (6, 'Sunday')])),
                ('from_day', models.DateField()),
                ('until_day', models.DateField(null=True)),
                ('session', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='bookings', to='provision.session')),
                ('setting', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='+', to='provision.setting')),
                ('child', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='bookings', to='families.child')),
            ],
            options={
                'indexes': [models.Index(fields=['setting', 'weekday'], name='booking_by_day')],
            },
        ),
        migrations.CreateModel(
            name='Collector',
            fields=[
                ('id', models.UUIDField(default=seren.foundation.kernel.ids.new, editable=False, primary_key=True, serialize=False)),
                ('provider_id', models.UUIDField()),
                ('from_at', models.DateTimeField()),
                ('until_at', models.DateTimeField(null=True)),
                ('name', models.CharField(max_length=120)),
                ('relation', models.CharField(choices=[('mother', 'Mother'), ('father', 'Father'), ('parent', 'Parent'), ('step-parent', 'Step-parent'), ('grandparent', 'Grandparent'), ('foster-carer', 'Foster carer'), ('guardian', 'Guardian'), ('sibling-adult', 'Grown-up brother or sister'), ('other', 'Someone else')], max_length=16)),
                ('phone', seren.foundation.sealing.fields.SealedText(null=True, subject='child_id')),
                ('password', seren.foundation.sealing.fields.SealedText(null=True, subject='child_id')),
                ('of_age', models.PositiveSmallIntegerField(null=True)),
                ('day', models.DateField(null=True)),
                ('at_time', models.TimeField(null=True)),
                ('child', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='collectors', to='families.child')),
                ('named_by', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='+', to='accounts.person')),
                ('usual', models.ForeignKey(null=True, on_delete=django.db.models.deletion.CASCADE, related_name='+', to='families.collector')),
            ],
            options={
                'constraints': [models.CheckConstraint(condition=models.Q(('relation__in', ['mother', 'father', 'parent', 'step-parent', 'grandparent', 'foster-carer', 'guardian', 'sibling-adult', 'other'])), name='collector_relation_known'), models.CheckConstraint(condition=models.Q(('day__isnull', False), models.Q(('at_time__isnull', True), ('usual__isnull', True)), _connector='OR'), name='collector_time_is_of_a_day'), models.CheckConstraint(condition=models.Q(('day__isnull', True), ('until_at__isnull', False), _connector='OR'), name='collector_of_a_day_ends')],
            },
        ),
        migrations.CreateModel(
            name='Enrolment',
            fields=[
                ('id', models.UUIDField(default=seren.foundation.kernel.ids.new, editable=False, primary_key=True, serialize=False)),
                ('provider_id', models.UUIDField()),
                ('from_at', models.DateTimeField()),
                ('until_at', models.DateTimeField(null=True)),
                ('state', models.CharField(choices=[('joining', 'Joining'), ('attending', 'Here')], max_length=10)),
                ('starts_on', models.DateField()),
                ('child', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='enrolments', to='families.child')),
                ('room', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='enrolments', to='provision.room')),
                ('setting', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='enrolments', to='provision.setting')),
            ],
            options={
                'indexes': [models.Index(fields=['child', 'setting'], name='enrolment_of_child')],
                'constraints': [models.CheckConstraint(condition=models.Q(('state__in', ['joining', 'attending'])), name='enrolment_state_known'), models.UniqueConstraint(condition=models.Q(('until_at__isnull', True)), fields=('child', 'setting'), name='enrolled_once')],
            },
        ),
        migrations.CreateModel(
            name='FamilyViewer',
            fields=[
                ('id', models.UUIDField(default=seren.foundation.kernel.ids.new, editable=False, primary_key=True, serialize=False)),
                ('provider_id', models.UUIDField()),
                ('from_at', models.DateTimeField()),
                ('until_at', models.DateTimeField(null=True)),
                ('relation', models.CharField(choices=[('mother', 'Mother'), ('father', 'Father'), ('parent', 'Parent'), ('step-parent', 'Step-parent'), ('grandparent', 'Grandparent'), ('foster-carer', 'Foster carer'), ('guardian', 'Guardian'), ('sibling-adult', 'Grown-up brother or sister'), ('other', 'Someone else')], max_length=16)),
                ('adult', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='viewing', to='accounts.person')),
                ('child', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='viewers', to='families.child')),
                ('granted_by', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='+', to='accounts.person')),
            ],
            options={
                'constraints': [models.CheckConstraint(condition=models.Q(('relation__in', ['mother', 'father', 'parent', 'step-parent', 'grandparent', 'foster-carer', 'guardian', 'sibling-adult', 'other'])), name='familyviewer_relation_known'), models.UniqueConstraint(condition=models.Q(('until_at__isnull', True)), fields=('child', 'adult', 'granted_by'), name='viewer_once')],
            },
        ),
        migrations.CreateModel(
            name='Guardianship',
            fields=[
                ('id', models.UUIDField(default=seren.foundation.kernel.ids.new, editable=False, primary_key=True, serialize=False)),
                ('provider_id', models.UUIDField()),
                ('from_at', models.DateTimeField()),
                ('until_at', models.DateTimeField(null=True)),
                ('relation', models.CharField(choices=[('mother', 'Mother'), ('father', 'Father'), ('parent', 'Parent'), ('step-parent', 'Step-parent'), ('grandparent', 'Grandparent'), ('foster-carer', 'Foster carer'), ('guardian', 'Guardian'), ('sibling-adult', 'Grown-up brother or sister'), ('other', 'Someone else')], max_length=16)),
                ('natural_parent', models.BooleanField(null=True)),
                ('responsibility', models.CharField(choices=[('yes', 'Yes'), ('no', 'No'), ('unknown', 'Not known')], max_length=8)),
                ('basis', models.CharField(blank=True, choices=[('mother', 'Mother'), ('married-father', 'Father married to the mother'), ('joint-registration', 'On the birth certificate since December 2003'), ('agreement', 'Parental responsibility agreement'), ('court-order', 'Court order'), ('second-female-parent', 'Second female parent'), ('adoption', 'Adoption'), ('step-parent-agreement', 'Step-parent agreement or order'), ('guardian', 'Guardian'), ('special-guardian', 'Special guardian'), ('lives-with-order', 'A “lives with” order'), ('local-authority', 'Local authority')], max_length=24)),
                ('evidence', models.CharField(choices=[('none', 'Nothing seen yet'), ('birth-certificate', 'Birth certificate'), ('order', 'Court order'), ('agreement', 'Agreement'), ('self-declared', 'Their own word')], default='none', max_length=20)),
                ('seen_on', models.DateField(null=True)),
                ('lives_with', models.CharField(choices=[('yes', 'Lives with the child'), ('part', 'Part of the time'), ('no', 'Does not live with the child')], max_length=5)),
                ('day_to_day_care', models.BooleanField(default=False)),
                ('can_collect', models.BooleanField(default=False)),
                ('emergency_order', models.PositiveSmallIntegerField(null=True)),
                ('adult', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='guardianships', to='accounts.person')),
                ('child', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='guardianships', to='families.child')),
                ('seen_by', models.ForeignKey(null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='accounts.person')),
            ],
            options={
                'indexes': [models.Index(fields=['adult', 'child'], name='guardianship_by_adult')],
                'constraints': [models.CheckConstraint(condition=models.Q(('relation__in', ['mother', 'father', 'parent', 'step-parent', 'grandparent', 'foster-carer', 'guardian', 'sibling-adult', 'other'])), name='guardianship_relation_known'), models.CheckConstraint(condition=models.Q(('responsibility__in', ['yes', 'no', 'unknown'])), name='guardianship_responsibility_known'), models.CheckConstraint(condition=models.Q(('basis__in', ['mother', 'married-father', 'joint-registration', 'agreement', 'court-order', 'second-female-parent', 'adoption', 'step-parent-agreement', 'guardian', 'special-guardian', 'lives-with-order', 'local-authority', ''])), name='guardianship_basis_known'), models.CheckConstraint(condition=models.Q(('evidence__in', ['none', 'birth-certificate', 'order', 'agreement', 'self-declared'])), name='guardianship_evidence_known'), models.CheckConstraint(condition=models.Q(('lives_with__in', ['yes', 'part', 'no'])), name='guardianship_lives_with_known'), models.CheckConstraint(condition=models.Q(models.Q(('seen_by__isnull', True), ('seen_on__isnull', True)), models.Q(('seen_by__isnull', False), ('seen_on__isnull', False)), _connector='OR'), name='guardianship_seen_by_and_seen_on'), models.UniqueConstraint(condition=models.Q(('until_at__isnull', True)), fields=('child', 'adult'), name='guardian_once')],
            },
        ),
        migrations.CreateModel(
            name='HouseholdMember',
            fields=[
                ('id', models.UUIDField(default=seren.foundation.kernel.ids.new, editable=False, primary_key=True, serialize=False)),
                ('provider_id', models.UUIDField()),
                ('from_at', models.DateTimeField()),
                ('until_at', models.DateTimeField(null=True)),
                ('household', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='members', to='families.household')),
                ('person', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='homes', to='accounts.person')),
            ],
            options={
                'constraints': [models.UniqueConstraint(condition=models.Q(('until_at__isnull', True)), fields=('household', 'person'), name='member_once')],
            },
        ),
        migrations.CreateModel(
            name='ImportedRef',
            fields=[
                ('id', models.UUIDField(default=seren.foundation.kernel.ids.new, editable=False, primary_key=True, serialize=False)),
                ('provider_id', models.UUIDField()),
                ('kind', models.CharField(choices=[('child', 'Child'), ('adult', 'Adult'), ('household', 'Household'), ('tie', 'What an adult is to a child'), ('belongs', 'Adult of a household'), ('lives', 'Child of a household'), ('member', 'Role of an adult')], max_length=9)),
                ('ref', models.BinaryField(max_length=32)),
                ('facts', models.JSONField(default=dict)),
                ('adult', models.ForeignKey(null=True, on_delete=django.db.models.deletion.CASCADE, related_name='+', to='accounts.person')),
                ('child', models.ForeignKey(null=True, on_delete=django.db.models.deletion.CASCADE, related_name='+', to='families.child')),
                ('household', models.ForeignKey(null=True, on_delete=django.db.models.deletion.CASCADE, related_name='+', to='families.household')),
                ('membership', models.ForeignKey(null=True, on_delete=django.db.models.deletion.CASCADE, related_name='+', to='provision.membership')),
                ('setting', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='+', to='provision.setting')),
            ],
            options={
                'constraints': [models.CheckConstraint(condition=models.Q(('kind__in', ['child', 'adult', 'household', 'tie', 'belongs', 'lives', 'member'])), name='importedref_kind_known'), models.CheckConstraint(condition=models.Q(('child__isnull', False), ('adult__isnull', False), ('household__isnull', False), ('membership__isnull', False), _connector='OR'), name='imported_something'), models.UniqueConstraint(fields=('setting', 'kind', 'ref'), name='ref_once')],
            },
        ),
        migrations.CreateModel(
            name='Intake',
            fields=[
                ('id', models.UUIDField(default=seren.foundation.kernel.ids.new, editable=False, primary_key=True, serialize=False)),
                ('provider_id', models.UUIDField()),
                ('sheet', models.CharField(choices=[('staff', 'Staff'), ('families', 'Families')], max_length=8)),
                ('make_rooms', models.BooleanField()),
                ('text', seren.foundation.sealing.fields.SealedText(null=True, subject='id')),
                ('done', seren.foundation.sealing.fields.SealedJSON(null=True, subject='id')),
                ('kept_at', models.DateTimeField()),
                ('ends_at', models.DateTimeField()),
                ('done_at', models.DateTimeField(null=True)),
                ('person', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='+', to='accounts.person')),
                ('setting', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='+', to='provision.setting')),
            ],
            options={
                'indexes': [models.Index(fields=['ends_at'], name='intake_by_end')],
                'constraints': [models.CheckConstraint(condition=models.Q(('sheet__in', ['staff', 'families'])), name='intake_sheet_known')],
            },
        ),
        migrations.CreateModel(
            name='KeyPerson',
            fields=[
                ('id', models.UUIDField(default=seren.foundation.kernel.ids.new, editable=False, primary_key=True, serialize=False)),
                ('provider_id', models.UUIDField()),
                ('from_at', models.DateTimeField()),
                ('until_at', models.DateTimeField(null=True)),
                ('kind', models.CharField(choices=[('key', 'Key person'), ('buddy', 'Buddy')], max_length=5)),
                ('reason', models.CharField(choices=[('first', 'The first key person'), ('child', 'The child’s choice'), ('parent', 'A parent asked'), ('staff-left', 'Staff left'), ('room-move', 'A move to another room'), ('hours', 'Working hours changed'), ('other', 'Another reason')], default='first', max_length=12)),
                ('handover', seren.foundation.sealing.fields.SealedText(null=True, subject='child_id')),
                ('announced_at', models.DateTimeField(null=True)),
                ('child', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='key_people', to='families.child')),
                ('person', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='key_children', to='accounts.person')),
                ('setting', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='provision.setting')),
            ],
            options={
                'indexes': [models.Index(fields=['person', 'child'], name='keyperson_by_person')],
                'constraints': [models.CheckConstraint(condition=models.Q(('kind__in', ['key', 'buddy'])), name='keyperson_kind_known'), models.CheckConstraint(condition=models.Q(('reason__in', ['first', 'child', 'parent', 'staff-left', 'room-move', 'hours', 'other'])), name='keyperson_reason_known'), models.UniqueConstraint(condition=models.Q(('until_at__isnull', True)), fields=('child', 'setting', 'kind'), name='one_key_person')],
            },
        ),
        migrations.CreateModel(
            name='Lives',
            fields=[
                ('id', models.UUIDField(default=seren.foundation.kernel.ids.new, editable=False, primary_key=True, serialize=False)),
                ('provider_id', models.UUIDField()),
                ('from_at', models.DateTimeField()),
                ('until_at', models.DateTimeField(null=True)),
                ('pattern', models.CharField(choices=[('all', 'All the time'), ('part', 'Part of the time')], max_length=4)),
                ('child', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='lives', to='families.child')),
                ('household', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='children', to='families.household')),
            ],
            options={
                'constraints': [models.CheckConstraint(condition=models.Q(('pattern__in', ['all', 'part'])), name='lives_pattern_known'), models.UniqueConstraint(condition=models.Q(('until_at__isnull', True)), fields=('child', 'household'), name='lives_once')],
            },
        ),
        migrations.CreateModel(
            name='NoImages',
            fields=[
                ('id', models.UUIDField(default=seren.foundation.kernel.ids.new, editable=False, primary_key=True, serialize=False)),
                ('provider_id', models.UUIDField()),
                ('reach', models.CharField(choices=[('others', 'Only in the child’s own journal'), ('all', 'In no picture at all')], max_length=8)),
                ('reason', seren.foundation.sealing.fields.SealedText(subject='child_id')),
                ('set_at', models.DateTimeField()),
                ('end_reason', seren.foundation.sealing.fields.SealedText(null=True, subject='child_id')),
                ('ended_at', models.DateTimeField(null=True)),
                ('child', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='+', to='families.child')),
                ('ended_by', models.ForeignKey(null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='accounts.person')),
                ('set_by', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='accounts.person')),
            ],
            options={
                'constraints': [models.CheckConstraint(condition=models.Q(('reach__in', ['others', 'all'])), name='noimages_reach_known'), models.CheckConstraint(condition=models.Q(models.Q(('ended_at__isnull', True), ('ended_by__isnull', True)), models.Q(('ended_at__isnull', False), ('ended_by__isnull', False)), _connector='OR'), name='noimages_ended_by_and_ended_at'), models.UniqueConstraint(condition=models.Q(('ended_at__isnull', True)), fields=('child',), name='kept_out_of_pictures_once')],
            },
        ),
    ]
